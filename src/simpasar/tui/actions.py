"""The one table of pages, their keys and their help: bindings, key bar and help all read it."""

from __future__ import annotations

from dataclasses import dataclass

from textual.binding import Binding

from simpasar.i18n import N_


@dataclass(frozen=True, slots=True)
class Action:
    """Something a page can do. `id` is the Textual action, on the page.

    `keys`: the first is the one that is shown, as `shown`. `label`: a word or two for the key bar;
    `sentence`: what it does, for help. `bar`: whether the key bar has room for it.
    `typed`: the key to show where letters are text.
    """

    id: str
    keys: tuple[str, ...]
    shown: str
    label: str
    sentence: str
    bar: bool = True
    typed: str = ""

    def key(self, typing: bool) -> str:
        """The key to press, on a page where text is typed or elsewhere."""
        return self.typed if typing and self.typed else self.shown


@dataclass(frozen=True, slots=True)
class PageText:
    """`about`: what one sees and does on a page, for help. `typing`: text is typed there, so that
    letters are no keys."""

    title: str
    about: str
    actions: tuple[Action, ...] = ()
    typing: bool = False


BACK = Action("back", ("escape",), "Esc", N_("Back"), N_("Go back to where you came from."))
HELP = Action(
    "help", ("question_mark", "f1"), "?", N_("Help"), N_("Explain this page."), typed="F1"
)
GLOSSARY = Action(
    "glossary", ("g", "f2"), "G", N_("Words"), N_("Look up a word of the trade."), typed="F2"
)
LANGUAGE = Action(
    "language",
    ("ctrl+l",),
    "Ctrl+L",
    N_("Bahasa Indonesia"),
    N_("Change the language, here and now."),
    bar=False,
)
QUIT = Action(
    "leave", ("ctrl+q",), "Ctrl+Q", N_("Quit"), N_("Leave simpasar. Nothing is lost."), bar=False
)
COMMON = (BACK, HELP, GLOSSARY, LANGUAGE, QUIT)

CHOOSE = Action(
    "choose",
    ("enter",),
    "Enter",
    N_("Choose"),
    N_("Take the line that is marked. ↑ and ↓ move the mark."),
)

NEXT_PART = Action(
    "next_part", ("right", "n"), "→", N_("Next page"), N_("The next part of this page.")
)
PREVIOUS_PART = Action(
    "previous_part", ("left", "b"), "←", N_("Page before"), N_("The part before."), bar=False
)

NEXT_FIELD = Action(
    "next_field",
    ("down",),
    "↓",
    N_("Next field"),
    N_("The next field; Enter does the same."),
    bar=False,
)
PREVIOUS_FIELD = Action(
    "previous_field",
    ("up",),
    "↑",
    N_("Field before"),
    N_("The field before this one."),
    bar=False,
)

NEXT_GROUP = Action(
    "next_group",
    ("pagedown", "ctrl+n"),
    "PgDn",
    N_("Next group"),
    N_("The next group of decisions. A click on its name does the same."),
)
PREVIOUS_GROUP = Action(
    "previous_group",
    ("pageup", "ctrl+b"),
    "PgUp",
    N_("Group before"),
    N_("The group of decisions before this one."),
    bar=False,
)

PAGES: dict[str, PageText] = {
    "home": PageText(
        N_("Home"),
        N_(
            "Here every game begins. Go on with a game of this laptop, start a new one, or try the"
            " keys in a practice week that nobody keeps."
        ),
        (CHOOSE,),
    ),
    "scenarios": PageText(
        N_("Choose a scenario"),
        N_("On the left the scenarios, on the right what the marked one is about."),
        (CHOOSE,),
    ),
    "setup": PageText(
        N_("A new class"),
        N_(
            "Who plays each business: a team of people, or the computer. Teams may give themselves"
            " a name and a PIN. The trainer's PIN opens the trainer's desk: keep it well."
        ),
        (
            Action(
                "start",
                ("ctrl+s", "f10"),
                "Ctrl+S",
                N_("Start"),
                N_("Begin the game with these teams."),
            ),
        ),
        typing=True,
    ),
    "saved": PageText(
        N_("Games on this laptop"),
        N_("All games kept here, the newest first. A game goes on exactly where it stopped."),
        (CHOOSE,),
    ),
    "hub": PageText(
        N_("Classroom"),
        N_(
            "The class meets here between two turns: who has handed in, what comes next. The marked"
            " line is always the next step, so Enter is enough."
        ),
        (
            CHOOSE,
            Action(
                "trainer",
                ("t",),
                "T",
                N_("Trainer"),
                N_("Open the trainer's desk, behind the PIN."),
            ),
            Action("board", ("p",), "P", N_("Board"), N_("Show the class board on the projector.")),
        ),
    ),
    "curtain": PageText(
        N_("Your turn"),
        N_(
            "A curtain between two teams. Nobody's figures are shown until the team says that it is"
            " there."
        ),
        (
            Action(
                "open",
                ("enter", "space"),
                "Enter",
                N_("We are here"),
                N_("Open the curtain for this team."),
            ),
        ),
    ),
    "sheet": PageText(
        N_("Decision sheet"),
        N_(
            "Here a team decides for the coming week. Last week's values are filled in: change what"
            " you want to change. Numbers may be written as 12.500 or 12,5 rb; + and - step them, ←"
            " and → turn a choice. The calculator follows every key. What is typed is kept, even if"
            " the power fails."
        ),
        (
            Action(
                "hand_in",
                ("ctrl+s", "f10"),
                "Ctrl+S",
                N_("Hand in"),
                N_("Check the sheet, then hand it in. It can be changed until the market opens."),
            ),
            NEXT_GROUP,
            PREVIOUS_GROUP,
            NEXT_FIELD,
            PREVIOUS_FIELD,
            Action(
                "beside",
                ("ctrl+t", "f5"),
                "Ctrl+T",
                N_("Calculator/last week"),
                N_("Show last week beside the fields, or the calculator again."),
            ),
        ),
        typing=True,
    ),
    "pin": PageText(
        N_("PIN"),
        N_("A PIN keeps others from looking. Whoever forgot it asks the trainer for a new one."),
        (Action("done", ("enter",), "Enter", N_("Done"), N_("The PIN is complete.")),),
    ),
    "trainer": PageText(
        N_("Trainer's desk"),
        N_(
            "On the left what you can do, on the right who has handed in and the time that is left."
            " Whatever changes the game is written in the record, with your reason."
        ),
        (
            CHOOSE,
            Action("minute", ("1",), "1", N_("+1 minute"), N_("Give the teams a minute more.")),
            Action("five", ("5",), "5", N_("+5 minutes"), N_("Give the teams five minutes more.")),
            Action("pause", ("p",), "P", N_("Pause"), N_("Stop the timer, or let it go on.")),
        ),
    ),
    "market": PageText(
        N_("The market"),
        N_(
            "The week as it happened, for everybody to watch: ☺ waits in a queue, ☻ is being"
            " served, a bar shows how full a shelf still is, and what is not had was wanted in vain"
            " (sold out, queue too long, closed). Each day is shown from the first opening to the"
            " last customer. Nobody's cash is shown."
        ),
        (
            Action(
                "go_on",
                ("enter", "n"),
                "Enter",
                N_("Next day"),
                N_("The next day; after the last one, on to what comes next."),
            ),
            Action("pause", ("p", "space"), "P", N_("Pause"), N_("Stop the clock, or go on.")),
            Action("slower", ("left", "minus"), "←", N_("Slower"), N_("Let time go slower.")),
            Action("faster", ("right", "plus"), "→", N_("Faster"), N_("Let time go faster.")),
            Action(
                "day_before",
                ("b", "pageup"),
                "B",
                N_("Day before"),
                N_("The day before, or this one from its beginning."),
                bar=False,
            ),
            Action(
                "to_end", ("e", "end"), "E", N_("To the end"), N_("Skip to the end of the week.")
            ),
        ),
    ),
    "replay": PageText(
        N_("Looking back"),
        N_(
            "A game, week by week: what was decided, by whom and why, and what came of it. The rows"
            " at the top choose week, team and page; × marks a week that was taken back, … one that"
            " was not lived yet. ► marks a decision that was new."
        ),
        (
            Action("week_after", ("right",), "→", N_("Next week"), N_("The next week.")),
            Action("week_before", ("left",), "←", N_("Week before"), N_("The week before.")),
            Action("team_after", ("t",), "T", N_("Next team"), N_("The next team.")),
            Action("next_part", ("n",), "N", N_("Next page"), N_("The next page of this week.")),
            Action(
                "previous_part",
                ("b",),
                "B",
                N_("Page before"),
                N_("The page before this one."),
                bar=False,
            ),
            Action("day_after", ("d",), "D", N_("Next day"), N_("The next market day.")),
            Action("day_before", ("a",), "A", N_("Day before"), N_("The day before."), bar=False),
            Action(
                "market",
                ("m",),
                "M",
                N_("Market"),
                N_("Watch the market day as it happened, at any speed."),
            ),
            Action(
                "what_if",
                ("w",),
                "W",
                N_("What if"),
                N_("Decide this week otherwise for a team, and see what would have come of it."),
            ),
        ),
    ),
    "whatif": PageText(
        N_("What if"),
        N_(
            "What was played that week is filled in. Change one decision or several, of one team,"
            " then calculate: that week and all weeks after it are lived again with the same"
            " chance, everything else decided as it was. The record stays as it is."
        ),
        (
            Action(
                "calculate",
                ("ctrl+s", "f10"),
                "Ctrl+S",
                N_("Calculate"),
                N_("Live the game again from that week on, and show what changes."),
            ),
            NEXT_GROUP,
            PREVIOUS_GROUP,
            NEXT_FIELD,
            PREVIOUS_FIELD,
            Action("next_team", ("ctrl+t", "f6"), "Ctrl+T", N_("Next team"), N_("The next team.")),
        ),
        typing=True,
    ),
    "whatif_result": PageText(
        N_("What would have come of it"),
        N_(
            "First the team's own week, then all teams: what the record has, what would have been,"
            " and the change. Esc goes back to the fields, and what you typed is still there."
        ),
    ),
    "results": PageText(
        N_("Results of the week"),
        N_(
            "Your last week, for your eyes only. Summary, cash book, profit and loss, goods: ← and"
            " → turn the pages, ↑ and ↓ move them. The witness number is the same for all teams:"
            " write it down, and nobody can change the game afterwards."
        ),
        (
            Action("go_on", ("enter",), "Enter", N_("Go on"), N_("Read: on to what comes next.")),
            NEXT_PART,
            PREVIOUS_PART,
        ),
    ),
    "board": PageText(
        N_("Class board"),
        N_(
            "For the projector: how the class does together, and each team beside its yardstick: a"
            " steady player in the same seat, with the same weather. Right of the middle is better."
        ),
        (NEXT_PART, PREVIOUS_PART),
    ),
    "meeting": PageText(
        N_("Meeting of the cooperative"),
        N_(
            "In public, one team after another: vote, and pledge packs for the joint purchase. It"
            " is written into the draft of each team's sheet, and counts once that is handed in."
        ),
        (
            Action("next_team", ("ctrl+n", "f6"), "Ctrl+N", N_("Next team"), N_("The next team.")),
            NEXT_FIELD,
            PREVIOUS_FIELD,
        ),
        typing=True,
    ),
    "debrief": PageText(
        N_("Debrief"),
        N_(
            "A question to talk about, and what your own weeks show. ← and → turn the questions;"
            " E, or the words below the question, show something else of your weeks."
        ),
        (
            Action("next_part", ("right", "n"), "→", N_("Next question"), N_("The next question.")),
            Action(
                "previous_part",
                ("left", "b"),
                "←",
                N_("Question before"),
                N_("The question before this one."),
                bar=False,
            ),
            Action(
                "evidence",
                ("e", "space"),
                "E",
                N_("Something else"),
                N_("Show something else of your weeks."),
            ),
        ),
    ),
    "glossary": PageText(
        N_("Words of the trade"),
        N_(
            "Every word of the trade that the game uses, in a sentence. Type a few letters to find"
            " one."
        ),
        (
            Action("next", ("down",), "↓", N_("Next word"), N_("Mark the word below.")),
            Action("previous", ("up",), "↑", N_("Word before"), N_("Mark the word above.")),
        ),
        typing=True,
    ),
    "help": PageText(N_("Help"), N_("What this page is for, and its keys.")),
}
"""By a page's NAME. Each screen's part is added by the one who builds it."""


def actions_of(page: str) -> tuple[Action, ...]:
    """A page's own actions, then those of all pages."""
    text = PAGES[page]
    return (*text.actions, *COMMON)


def bindings_of(page: str) -> list[Binding]:
    """A page's keys for Textual; the labels are painted by the key bar, in the language spoken."""
    own = {key for action in PAGES[page].actions for key in action.keys}
    return [
        Binding(key, action.id, show=False)
        for action in actions_of(page)
        for key in action.keys
        if action in PAGES[page].actions or key not in own
    ]
