"""Signing in by a page, where the server has accounts."""

import pytest
from lxml import html
from served_ledger import PASSWORD


def fill(client, page, **values):
    form = html.fromstring(page.text).xpath('//main//form[@method="post"]')[0]
    return client.post(form.get("action"), data={**dict(form.form_values()), **values})


def test_stranger_is_asked_to_sign_in_and_led_back(accounts, serve):
    client = serve()
    answer = client.get("/en/reports/a?part=1")
    assert answer.status_code == 303
    page = client.get(answer.headers["location"])
    assert fill(client, page, name="nobody", password="no").status_code == 401
    answer = fill(client, page, name=next(iter(accounts)), password=PASSWORD)
    assert answer.headers["location"] == "/en/reports/a?part=1"
    assert client.get("/en/reports/a?part=1").status_code == 200


def test_wrong_password_is_said_in_the_readers_language(accounts, serve):
    client = serve()
    page = fill(client, client.get("/ar/sign-in"), name=next(iter(accounts)), password="no")
    assert "لا اسم وكلمة سر كهذين" in page.text


@pytest.mark.parametrize(("role", "may"), [("reader", False), ("reviewer", True), ("admin", True)])
def test_form_to_judge_is_shown_to_those_who_may(accounts, serve, role, may):
    client = serve()
    name = next(name for name, own in accounts.items() if own == role)
    fill(client, client.get("/en/sign-in"), name=name, password=PASSWORD)
    claim = client.get("/api/v1/claims").json()["items"][0]["id"]
    page = client.get(f"/en/claims/{claim}")
    assert ("Your judgement" in page.text) is may
    token = html.fromstring(page.text).xpath('//input[@name="csrf_token"]/@value')[0]
    sent = {"kind": "accept", "csrf_token": token}
    assert client.post(f"/en/claims/{claim}/decisions", data=sent).status_code == (303 if may else 403)


def test_form_without_its_token_is_refused(accounts, serve):
    client = serve()
    name = next(name for name, own in accounts.items() if own == "admin")
    fill(client, client.get("/en/sign-in"), name=name, password=PASSWORD)
    claim = client.get("/api/v1/claims").json()["items"][0]["id"]
    assert client.post(f"/en/claims/{claim}/decisions", data={"kind": "accept"}).status_code == 403


def test_reader_signs_out(accounts, serve):
    client = serve()
    fill(client, client.get("/en/sign-in"), name=next(iter(accounts)), password=PASSWORD)
    page = client.get("/en/")
    form = html.fromstring(page.text).xpath('//footer//form[@method="post"]')[0]
    client.post(form.get("action"), data=dict(form.form_values()))
    assert client.get("/en/").status_code == 303
