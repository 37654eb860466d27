"""The words of the trade that the game uses, each with what it means.

Terms and traps of wording: domain facts, sections 7 and 8. Two meanings of HPP are told apart, SHU
is never called a dividend, and voluntary savings are no capital of the cooperative.
"""

from __future__ import annotations

from dataclasses import dataclass

from simpasar.i18n import N_


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the trade. Both texts are messages, to be translated where they are shown."""

    term: str
    meaning: str


WORDS = (
    # money of the business
    Word(
        N_("Sales"),
        N_(
            "All the money that buyers paid, before any cost is taken off: 50 portions at Rp"
            " 12.000 make Rp 600.000."
        ),
    ),
    Word(
        N_("Gross profit"),
        N_(
            "Sales less the cost of the goods that were sold: Rp 600.000 less Rp 360.000 leaves"
            " Rp 240.000."
        ),
    ),
    Word(
        N_("Net profit"),
        N_(
            "What is left of the sales when every cost of the week is taken off, rent and wages"
            " too."
        ),
    ),
    Word(
        N_("Cash"),
        N_(
            "Money that can be spent now; a business can make a profit and still have no cash,"
            " because the money lies in stock."
        ),
    ),
    Word(
        N_("Cash book"),
        N_("The list of all money that came in and went out, with what is left after each line."),
    ),
    Word(
        N_("Capital"),
        N_("The money and goods with which a business begins and works."),
    ),
    Word(
        N_("Assets"),
        N_("All that a business has: cash, stock, equipment, savings in the cooperative."),
    ),
    Word(
        N_("Wealth"),
        N_(
            "All that a business has less all that it owes: Rp 3.000.000 less a debt of Rp"
            " 1.000.000 is Rp 2.000.000."
        ),
    ),
    Word(
        N_("Gained"),
        N_("The profit of all weeks together, with what the family took out counted in."),
    ),
    Word(
        N_("Drawings (prive)"),
        N_(
            "Money taken out of the business for the family: it is no cost, but the cash gets"
            " smaller."
        ),
    ),
    Word(
        N_("Household"),
        N_(
            "The family behind the business; its purse is kept apart from the cash of the business."
        ),
    ),
    Word(
        N_("The family's needs"),
        N_(
            "What the family has to pay for each week, such as food and school: it comes out of"
            " the drawings."
        ),
    ),
    Word(
        N_("Bankrupt"),
        N_(
            "A business that could not pay what was due for two weeks in a row, or whose working"
            " money is almost gone."
        ),
    ),
    # what it costs, what it must bring
    Word(
        N_("HPP (unit cost)"),
        N_(
            "What it costs to make one unit: ingredients of Rp 288.000 for 40 portions come to Rp"
            " 7.200 each."
        ),
    ),
    Word(
        N_("Cost of goods sold"),
        N_(
            "What all the goods that were sold had cost to make; it is also shortened to HPP, but"
            " means the whole week."
        ),
    ),
    Word(
        N_("Margin"),
        N_("What one unit brings: its price less its HPP, so Rp 12.000 less Rp 7.200 is Rp 4.800."),
    ),
    Word(
        N_("Titik impas"),
        N_(
            "Break-even, neither profit nor loss: with fixed costs of Rp 480.000 and a margin of"
            " Rp 4.800 it is at 100 portions."
        ),
    ),
    Word(
        N_("Fixed costs"),
        N_("Costs that stay the same however much is sold, such as rent and wages."),
    ),
    Word(
        N_("Variable costs"),
        N_("Costs that grow with every unit that is made, such as ingredients and packaging."),
    ),
    Word(
        N_("Depreciation"),
        N_(
            "Equipment wears out, so a part of its price counts as a cost each week: Rp 520.000"
            " for 52 weeks is Rp 10.000 a week."
        ),
    ),
    # goods and buyers
    Word(
        N_("Ingredients"),
        N_("What goods are made of, such as rice, coconut and cooking oil."),
    ),
    Word(
        N_("Supplier"),
        N_(
            "Who sells us ingredients; each has a price, a smallest order and a time until the"
            " goods come."
        ),
    ),
    Word(
        N_("Pack"),
        N_(
            "How a supplier sells: whole packs only, so half a kilo of sugar still costs a pack"
            " of one kilo."
        ),
    ),
    Word(
        N_("Stock"),
        N_("Ingredients and goods that are at hand and not yet used or sold."),
    ),
    Word(
        N_("Safety stock"),
        N_("Ingredients kept beyond the plan, in case a delivery is late."),
    ),
    Word(
        N_("Shelf life"),
        N_("How long goods stay good: after that they are thrown away."),
    ),
    Word(
        N_("Waste"),
        N_("Goods that went stale and are thrown away: what they had cost is lost."),
    ),
    Word(
        N_("Batch"),
        N_("What is made at one time: one batch of nasi uduk may be 40 portions."),
    ),
    Word(
        N_("Quality"),
        N_("How good our goods are: better ones cost more ingredients, and buyers like them more."),
    ),
    Word(
        N_("Stall"),
        N_("The place where we sell; its rent is paid even when it rains and nobody comes."),
    ),
    Word(
        N_("Helpers"),
        N_("People hired for the week, so that more can be made and the line moves faster."),
    ),
    Word(
        N_("Waiting line"),
        N_("Buyers who wait for their turn; when it takes too long they go elsewhere."),
    ),
    Word(
        N_("Sold out"),
        N_(
            "The goods are gone while buyers still come: those sales are lost, and some buyers do"
            " not return."
        ),
    ),
    Word(
        N_("Demand"),
        N_("How much people want to buy; it follows price, weather, day and season."),
    ),
    Word(
        N_("Regulars"),
        N_("People who were served well and come back to us."),
    ),
    Word(
        N_("Reputation"),
        N_(
            "What people say about our stall: good goods at a fair price, no long wait, no empty"
            " shelf."
        ),
    ),
    Word(
        N_("Promotion"),
        N_("Money spent so that more people get to know our stall."),
    ),
    Word(
        N_("Big orders"),
        N_("Many units ordered for one day, for a wedding perhaps; who promises must deliver."),
    ),
    Word(
        N_("Fines"),
        N_(
            "Money to pay for a promise not kept or a rule not followed: late, too little, no"
            " permit."
        ),
    ),
    # borrowing
    Word(
        N_("Debt"),
        N_("Money that still has to be paid to somebody."),
    ),
    Word(
        N_("Instalment"),
        N_(
            "One part of a loan that is paid back on its day: 30 times Rp 40.000 make Rp 1.200.000."
        ),
    ),
    Word(
        N_("Interest"),
        N_("The price of borrowed money: Rp 1.000.000 for a year at 6 % costs Rp 60.000."),
    ),
    Word(
        N_("Arrears"),
        N_("What should have been paid already and was not."),
    ),
    Word(
        N_("Moneylender (bank keliling)"),
        N_(
            "Lends at the door at once, and dearly: Rp 1.000.000 today, Rp 1.200.000 to pay back"
            " within 30 days."
        ),
    ),
    Word(
        N_("KUR"),
        N_(
            "A bank loan for small businesses with low official interest; one needs an NIB and no"
            " arrears."
        ),
    ),
    Word(
        N_("Arisan"),
        N_(
            "Each family pays in the same every week and one of them gets it all, by lot, until"
            " each has had it; there is no interest."
        ),
    ),
    Word(
        N_("Grants"),
        N_("Help in money or goods that need not be paid back."),
    ),
    # the cooperative
    Word(
        N_("Cooperative"),
        N_("A business that belongs to its members and works for them: one member, one vote."),
    ),
    Word(
        N_("Principal savings"),
        N_(
            "What each member pays in once, the same for all, on joining; it comes back on leaving."
        ),
    ),
    Word(
        N_("Compulsory savings"),
        N_("What each member pays in every week; it comes back on leaving."),
    ),
    Word(
        N_("Voluntary savings"),
        N_(
            "What a member pays in as she likes and may take out: the cooperative owes it, it is"
            " not its own capital."
        ),
    ),
    Word(
        N_("Reserve fund"),
        N_("The part of the surplus that stays in the cooperative for hard times."),
    ),
    Word(
        N_("Surplus (SHU)"),
        N_(
            "What the cooperative has left at the end; after the reserve, members share it by"
            " savings and by trade."
        ),
    ),
    Word(
        N_("Jasa modal (by savings)"),
        N_(
            "The part of the SHU that goes by savings: who holds a tenth of all savings gets a"
            " tenth of it."
        ),
    ),
    Word(
        N_("Jasa usaha (by trade)"),
        N_("The part of the SHU that goes by what a member bought through the cooperative."),
    ),
    Word(
        N_("Pooling (patungan)"),
        N_("Putting money together for what one alone could not pay."),
    ),
    Word(
        N_("Joint purchase"),
        N_(
            "Members order together, so that the price falls for all: the more packs, the cheaper"
            " each."
        ),
    ),
    Word(
        N_("Joint promotion"),
        N_("Members pay together to bring more buyers to the market, for every stall."),
    ),
    Word(
        N_("Shared equipment"),
        N_("Equipment of the cooperative that members hire by the hour."),
    ),
    Word(
        N_("Advance (talangan)"),
        N_(
            "The cooperative pays for a member who cannot pay on the day; she pays it back by"
            " Sunday."
        ),
    ),
    Word(
        N_("Free rider"),
        N_("Who enjoys what others pay for and pays nothing."),
    ),
    Word(
        N_("Meeting of the members"),
        N_("Where members decide together: whoever has more savings still has one vote."),
    ),
    # permits
    Word(
        N_("NIB"),
        N_("The number of a registered business: free, and asked for by KUR and other permits."),
    ),
    Word(
        N_("PIRT"),
        N_("The permit for packed food made at home that keeps longer than a week."),
    ),
    Word(
        N_("SLHS"),
        N_("The certificate of a clean kitchen, for food that is eaten within days."),
    ),
    Word(
        N_("Halal certificate"),
        N_("Proof that a product is halal; big orders often ask for it."),
    ),
    Word(
        N_("QRIS"),
        N_(
            "Paying by telephone with one code for all banks; buyers must never be charged extra"
            " for it."
        ),
    ),
    # the game
    Word(
        N_("Turn"),
        N_("The time when one team sits at the laptop and fills in its sheet."),
    ),
    Word(
        N_("Decision sheet"),
        N_("What a team decides for one week: prices, batches, purchases and more."),
    ),
    Word(
        N_("Forecast"),
        N_(
            "What a team expects to sell and to have in cash; comparing it with the truth teaches"
            " most."
        ),
    ),
    Word(
        N_("Yardstick (par)"),
        N_(
            "What a steady player would have gained in the same seat, with the same weather and"
            " buyers."
        ),
    ),
    Word(
        N_("Digest"),
        N_(
            "Ten signs that stand for a whole week: when they agree, nobody has changed the record."
        ),
    ),
)
