"""Addresses: which machines may be asked. A page that sends its readers on to a machine inside the reader's own network
would have it ask there what outsiders can't: only public addresses are spoken to.
"""

from __future__ import annotations

import ipaddress
import socket

from tawatur.model import InputError

_Address = ipaddress.IPv4Address | ipaddress.IPv6Address

#: IPv6 addresses that stand for an IPv4 one, which decides (RFC 6052, RFC 3056).
_TRANSLATED = ipaddress.ip_network("64:ff9b::/96")
_SIX_TO_FOUR = ipaddress.ip_network("2002::/16")


def public_addresses(host: str, port: int, *, loopback: bool = False) -> list[str]:
    """Return the addresses of a host, all of them public. Raises InputError where one is not, or there is none.

    All, because whoever answers for the name chooses which is asked. `loopback` allows this machine's own.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise InputError("no such host", source=host, remedy="check the address and the network") from error
    addresses = list(dict.fromkeys(str(entry[4][0]).partition("%")[0] for entry in found))
    for address in addresses:
        if not is_public(address) and not (loopback and ipaddress.ip_address(address).is_loopback):
            raise InputError(
                f"leads to {address}, which is no public address", source=host, remedy="fetch it yourself, if you may"
            )
    if not addresses:
        raise InputError("no such host", source=host, remedy="check the address and the network")
    return addresses


def is_public(text: str) -> bool:
    """Tell whether an address is one of the public internet's."""
    address = _plain(ipaddress.ip_address(text))
    return address.is_global and not address.is_multicast


def _plain(address: _Address) -> _Address:
    """Return the IPv4 address that an IPv6 one stands for, or else the address itself."""
    if isinstance(address, ipaddress.IPv4Address):
        return address
    if address.ipv4_mapped is not None:
        return address.ipv4_mapped
    if address in _TRANSLATED:
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    if address in _SIX_TO_FOUR:
        return ipaddress.IPv4Address((int(address) >> 80) & 0xFFFFFFFF)
    return address
