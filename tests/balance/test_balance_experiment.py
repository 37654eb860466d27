"""Rounds of games: what is asked, when it stops, and that it never depends on the workers."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

import pytest
from distributed import LocalCluster

from neighbourhood import neighbourhood
from simpasar.balance import experiment as experiments
from simpasar.balance.document import balance_document, balance_of
from simpasar.balance.experiment import Experiment, Plan
from simpasar.balance.jobs import Job, play
from simpasar.balance.questions import QUESTIONS
from simpasar.balance.workers import Games, NoWorkers, Runner, cluster, here, processes
from simpasar.scenario.model import Scenario
from towns import SEAT, town

TINY = Plan(seeds=2, games=2, quick=True)


def played(scenario: Scenario, plan: Plan = TINY, runner: Runner | None = None) -> Experiment:
    """An experiment carried to its end."""
    made = Experiment(scenario, plan)
    made.run(
        runner or (lambda jobs: (play(scenario, job) for job in jobs)), lambda done, all_: None
    )
    return made


def text_of(made: Experiment) -> str:
    return json.dumps(balance_document(balance_of(made)))


def test_one_or_two_processes_or_a_dask_cluster_give_the_identical_document() -> None:
    scenario = neighbourhood(weeks=1)
    with here(scenario) as runner:
        alone = text_of(played(scenario, runner=runner))
    for count in (1, 2):
        with processes(scenario, count) as runner:
            assert text_of(played(scenario, runner=runner)) == alone
    with (
        LocalCluster(
            n_workers=2, threads_per_worker=2, host="127.0.0.1", dashboard_address=None
        ) as machines,
        cluster(scenario, machines.scheduler_address) as runner,
    ):
        assert text_of(played(scenario, runner=runner)) == alone


def test_the_order_in_which_jobs_are_done_does_not_matter() -> None:
    scenario = town(weeks=2)

    def backwards(jobs: Sequence[Job]) -> Iterator[Games]:
        return (play(scenario, job) for job in reversed(jobs))

    assert text_of(played(scenario, runner=backwards)) == text_of(played(scenario))


def test_a_question_is_asked_on_until_its_light_is_settled_or_the_seeds_are_used_up(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(experiments, "FIRST_ROUND", 3)
    made = played(town(weeks=1), Plan(seeds=8, games=10_000))
    answers = {answer.question: answer for answer in made.answers()}
    assert made.finished
    for answer in answers.values():
        if answer.light is not None:
            assert 3 <= answer.seeds <= 8
            assert answer.settled or answer.seeds == 8
    assert any(answer.settled and answer.seeds < 8 for answer in answers.values())


def test_questions_that_need_many_games_get_fewer_seeds() -> None:
    plan = Plan.full(200)
    assert plan.seeds_of(1) == 200
    assert plan.seeds_of(20) == 20
    assert plan.seeds_of(10_000) == 2
    assert Plan.of_quick(200).seeds_of(1) == 10
    assert Plan.of_quick(5).seeds_of(1) == 5


def test_a_quick_balance_leaves_out_what_is_for_the_full_one() -> None:
    asked = {answer.question for answer in Experiment(town(), TINY).answers()}
    assert asked == {question.key for question in QUESTIONS if question.quick}
    assert "numbers" not in asked
    assert "start" in asked


def test_games_are_shared_between_questions() -> None:
    seen: list[tuple[int, object]] = []
    scenario = town(weeks=1)

    def watched(jobs: Sequence[Job]) -> Iterator[Games]:
        seen.extend((job.seed, arm) for job in jobs for arm in job.arms)
        return (play(scenario, job) for job in jobs)

    played(scenario, Plan(seeds=10, games=60), watched)
    assert len(seen) == len(set(seen))


@pytest.mark.parametrize("after", [0, 1, 5, 9])
def test_stopped_anywhere_it_answers_from_what_was_played(after: int) -> None:
    scenario = town(weeks=1)
    made = Experiment(scenario, TINY)

    def interrupted(jobs: Sequence[Job]) -> Iterator[Games]:
        for number, job in enumerate(jobs):
            if number == after:
                raise KeyboardInterrupt
            yield play(scenario, job)

    with pytest.raises(KeyboardInterrupt):
        made.run(interrupted, lambda done, planned: None)
    found = balance_of(made)
    assert not found.finished
    assert found.games == len(made.games)
    assert len(found.answers) == len(Experiment(scenario, TINY).answers())
    for answer in found.answers:
        assert answer.light is None or answer.seeds >= 2


def test_the_progress_counts_games_up_to_what_is_planned(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(experiments, "FIRST_ROUND", 2)
    scenario, told = town(weeks=1), []
    Experiment(scenario, Plan(seeds=3, games=9)).run(
        lambda jobs: (play(scenario, job) for job in jobs),
        lambda done, planned: told.append((done, planned)),
    )
    assert told == sorted(told)
    assert all(done <= planned for done, planned in told)
    assert told[-1][0] == told[-1][1]


@pytest.mark.parametrize(
    "scenario",
    [
        town(teams={"melati": SEAT}, weeks=1),
        town(weeks=1, teams={"melati": SEAT}, rules__unlocked={"hours": 1}),
        town(weeks=1, teams__melati__cash=0, teams__kenanga__cash=0),
        neighbourhood(weeks=1),
    ],
    ids=["one team", "nothing but hours", "no cash", "everything"],
)
def test_any_playable_scenario_is_answered_about(scenario: Scenario) -> None:
    made = played(scenario, Plan(seeds=2, games=2))
    for answer in made.answers():
        assert answer.sentence
        assert answer.light is not None or answer.seeds == 0
        if answer.table is not None:
            assert all(len(row) == len(answer.table.columns) for row in answer.table.rows)


def test_all_figures_of_the_document_are_whole_numbers() -> None:
    document = balance_document(balance_of(played(neighbourhood(weeks=1))))

    def leaves(tree: object) -> Iterator[object]:
        if isinstance(tree, dict):
            for value in tree.values():
                yield from leaves(value)
        elif isinstance(tree, list):
            for value in tree:
                yield from leaves(value)
        else:
            yield tree

    assert {type(leaf) for leaf in leaves(document)} <= {int, str, bool, type(None)}
    for answer in document["answers"].values():
        for interval in answer["intervals"].values():
            assert interval["low"] <= interval["middle"] <= interval["high"]
        for row in answer["rows"]:
            assert row.keys() == answer["units"].keys()


@pytest.mark.parametrize(
    "address", ["tcp://127.0.0.1:9", "nonsense", "tcp://", "tcp://x", "http:// x", "x://y:1"]
)
def test_a_cluster_that_does_not_answer_is_told_in_a_sentence(
    address: str, monkeypatch: pytest.MonkeyPatch, english: None
) -> None:
    monkeypatch.setattr("simpasar.workers._PATIENCE", "1s")
    scenario = town()
    with (
        pytest.raises(NoWorkers, match=r"does not answer|is no address"),
        cluster(scenario, address) as runner,
    ):
        played(scenario, runner=runner)


def test_without_dask_the_sentence_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, english: None
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "distributed", None)
    with pytest.raises(NoWorkers, match=r"simpasar\[cluster\]"), cluster(town(), "tcp://x:1"):
        pass
