"""What the commands show where a scenario has more than a market."""

from __future__ import annotations

import json
from pathlib import Path

import towns
from command_line import FACTS, Run
from games import begin, finish, lines
from neighbourhood import neighbourhood

DEALINGS = {"household", "debt", "overdue", "loans", "savings", "programmes", "orders"}


def test_json_of_a_neighbourhood_has_more_keys(run: Run, town_record: Path) -> None:
    game = json.loads(run("replay", town_record, "--json")[1])
    assert set(game) == {"scenario", "seed", "digest", "weeks", "ranking", "community"}
    for week in game["weeks"]:
        assert set(week) == {
            "week", "days", "teams", "cooperative", "community", "state", "results",
        }  # fmt: skip
        assert all(set(facts) == FACTS | DEALINGS for facts in week["teams"].values())
        for facts in week["teams"].values():
            assert facts["household"]["received"] == facts["drawings"]
            assert facts["debt"] >= sum(loan["owed"] for loan in facts["loans"].values())
        members = week["cooperative"]["members"]
        assert all(
            week["teams"][team]["savings"]
            == member["principal"] + member["compulsory"] + member["voluntary"]
            for team, member in members.items()
        )
    keys = {"team", "bot", "score", "debt", "need_short", "bankrupt"}
    assert all(set(place) == keys for place in game["ranking"])
    assert {place["bot"]: place["bankrupt"] for place in game["ranking"]}["utang"] == 2
    assert sum(game["weeks"][-1]["cooperative"]["shares"].values()) > 0


def test_the_communitys_weeks_add_up_to_its_game(run: Run, town_record: Path) -> None:
    game = json.loads(run("replay", town_record, "--json")[1])
    weeks = [week["community"] for week in game["weeks"]]
    derived = ("local_share", "income_per_household")
    for key, whole in game["community"].items():
        if key not in derived:
            assert whole == sum(week[key] for week in weeks)
    whole = game["community"]
    assert whole["local_share"] == 1_000 * whole["local_purchases"] // whole["purchases"]


def test_tables_of_a_neighbourhood_fit_eighty_columns_in_both_languages(
    run: Run, town_record: Path
) -> None:
    shown = {lang: run("replay", town_record, "--lang", lang)[1] for lang in ("id", "en")}
    for text in shown.values():
        # The line that names the file may be as long as the name.
        assert all(len(line) <= 80 for line in text.splitlines() if str(town_record) not in line)
        assert "Rp\n" not in text
        assert "\xa0" not in text
    for said in ("Uang rumah dan uang usaha", "Untuk lingkungan", "Bantuan pelatih", "Rp 100.000"):
        assert said in shown["id"]
    for said in ("bangkrut", "minggu 2", "Kurang di", "Koperasi Warga: 3 anggota.", "SHU: Rp "):
        assert said in shown["id"]
    for said in ("For the neighbourhood", "Short at", "bankrupt", "Joined: ", "Helper-days paid"):
        assert said in shown["en"]


def test_a_market_without_neighbours_says_nothing_of_them(run: Run, record: Path) -> None:
    text = run("replay", record)[1]
    for word in ("ousehold money", "Debt", "neighbourhood", "Home:", "bankrupt"):
        assert word not in text


def test_the_neighbourhood_is_told_only_of_what_the_scenario_has(run: Run, tmp_path: Path) -> None:
    homes = neighbourhood(cooperative=None, programmes={}, loans={}, contracts={}, events={})
    path = tmp_path / "homes.jsonl"
    path.write_bytes(b"".join(line + b"\n" for line in lines(finish(begin(homes, {}, weeks=1)))))
    text = run("replay", path)[1]
    assert "Income a household" in text
    for word in ("joint action", "Votes", "Skills", "Permits"):
        assert word not in text


def test_a_town_with_lenders_alone_has_a_table_of_debts_alone(run: Run, tmp_path: Path) -> None:
    loans = {"keliling": neighbourhood().loans["keliling"].model_dump(mode="json")}
    plain_town = towns.town(
        loans=loans,
        stakeholders={"bank": {"name": "Bank", "description": "Keliling."}},
    )
    path = tmp_path / "lenders.jsonl"
    path.write_bytes(b"".join(line + b"\n" for line in lines(finish(begin(plain_town, {})))))
    text = run("replay", path)[1]
    assert "Debts and savings" in text
    assert "overdue" in text
    for word in ("Home:", "Cooperative:", "│", "Short at"):
        assert word not in text
    [week, *_more] = json.loads(run("replay", path, "--json")[1])["weeks"]
    assert set(week["teams"]["melati"]) == FACTS | {"debt", "overdue", "loans"}
