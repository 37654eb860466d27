"""What the fixed words of a scenario mean, field by field."""

from __future__ import annotations

from simpasar.scenario.codes_form import Both

WORDS_OF: dict[tuple[str, str], dict[str, Both]] = {
    ("Ingredient", "unit"): {
        "g": Both("gram", "grams"),
        "ml": Both("mililiter", "millilitres"),
        "pcs": Both("buah, lembar, butir", "pieces, sheets"),
    },
    ("Product", "made"): {
        "batch": Both("dibuat dulu, lalu dipajang", "made ahead, then put on the shelf"),
        "to_order": Both("dimasak kalau ada yang beli", "cooked when somebody buys"),
    },
    ("When", "drawn"): {
        "weekly": Both("diundi lagi setiap minggu", "drawn anew each week"),
        "once": Both("diundi sekali di awal", "drawn once, at the start"),
    },
    ("Event", "kind"): {
        "price": Both("harga bahan berubah", "ingredients change their price"),
        "footfall": Both("lebih banyak atau sedikit warga keluar", "more or fewer go out"),
        "flood": Both("lapak di tempat itu tutup", "stalls in a place stay shut"),
        "inspection": Both("yang belum berizin kena denda", "who has no permit is fined"),
    },
    ("Loan", "every"): {
        "day": Both("ditagih setiap hari", "collected every day"),
        "week": Both("dibayar Minggu malam", "paid on Sunday night"),
        "month": Both("dibayar tiap 30 hari", "paid every 30 days"),
    },
    ("Interest", "per"): {
        "day": Both("bunga sehari", "interest for a day"),
        "week": Both("bunga seminggu", "interest for a week"),
        "month": Both("bunga sebulan", "interest for a month"),
        "year": Both("bunga setahun", "interest for a year"),
        "term": Both(
            "bunga untuk seluruh masa pinjam; cara hitungnya harus `tetap`",
            "interest for the whole term; its method has to be `flat`",
        ),
    },
    ("Interest", "method"): {
        "declining": Both("dari sisa utang", "on what is still owed"),
        "flat": Both("dari seluruh pinjaman, sampai lunas", "on the whole loan, to the end"),
    },
    ("Programme", "kind"): {
        "permit": Both("izin usaha: NIB, PIRT, halal", "a permit: NIB, PIRT, halal"),
        "training": Both("pelatihan", "a training"),
        "grant": Both("hibah uang atau alat", "a grant of money or equipment"),
        "bazaar": Both("tempat di bazar", "a place at a bazaar"),
    },
    ("JointPurchase", "unpaid"): {
        "drop": Both(
            "yang tidak bayar tidak dapat; yang lain membayar harga dari sisanya",
            "who does not pay gets nothing; the others pay the tier of what is left",
        ),
        "advance": Both(
            "koperasi menalangi sampai hari Minggu, sejauh kasnya cukup",
            "the cooperative advances it until Sunday, as far as its cash goes",
        ),
    },
    ("Cooperative", "admission"): {
        "open": Both("siapa saja boleh masuk", "anybody may join"),
        "vote": Both("anggota memutuskan siapa diterima", "members vote on each applicant"),
    },
    ("Ballot", "kind"): {
        "margin": Both("margin belanja bersama", "the margin on joint purchases"),
        "surplus": Both("pembagian SHU", "how the surplus is divided"),
        "admission": Both("siapa boleh menjadi anggota", "who may join"),
        "own_product": Both(
            "bolehkah dua anggota membuat produk yang sama",
            "whether two members may make the same product",
        ),
    },
    ("Rules", "unlocked"): {
        "price": Both("harga jual", "prices"),
        "production": Both("jumlah adonan", "batches"),
        "ingredients": Both("pemasok dan stok cadangan", "suppliers and safety stock"),
        "quality": Both("mutu atau porsi", "grades"),
        "promotion": Both("promosi sendiri", "promotion of one's own"),
        "staff": Both("pembantu", "helpers"),
        "hours": Both("jam buka dan tutup", "opening hours"),
        "equipment": Both("membeli alat", "buying equipment"),
        "household": Both("prive dan arisan", "drawings and arisan"),
        "programmes": Both("izin, pelatihan, hibah, bazar", "permits, training, grants"),
        "contracts": Both("pesanan besar", "big orders"),
        "finance": Both("meminjam dan melunasi", "borrowing and paying off"),
        "cooperative": Both("semua urusan koperasi", "all that is done in the cooperative"),
    },
    ("Objective", "measure"): {
        "pricing": Both("laba kotor semua minggu", "gross profit of all weeks"),
        "production": Both(
            "sisa yang terbuang dan pembeli yang tidak kebagian; makin sedikit makin baik",
            "goods thrown away and buyers left without; the less the better",
        ),
        "money": Both(
            "bunga, denda, dan tunggakan; makin sedikit makin baik",
            "interest, fees and what is overdue; the less the better",
        ),
        "marketing": Both("pembeli yang dilayani", "buyers served"),
        "cooperation": Both(
            "hasil belanja dan promosi bersama, ditambah bagian SHU",
            "what joint purchase and promotion brought, and the share of the surplus",
        ),
        "household": Both(
            "kebutuhan keluarga yang tidak terpenuhi; makin sedikit makin baik",
            "what the family went short of; the less the better",
        ),
    },
    ("Question", "shows"): {
        "price": Both("harga dan yang laku", "prices and what sold"),
        "stockouts": Both("yang kehabisan", "what ran out"),
        "waste": Both("yang terbuang", "what was thrown away"),
        "pooling": Both("belanja dan promosi bersama", "joint purchase and promotion"),
        "finance": Both("pinjaman dan biayanya", "loans and what they cost"),
        "household": Both("uang rumah tangga", "the families' money"),
        "forecast": Both("tebakan dan kenyataan", "guesses and what came"),
    },
    ("TestQuestion", "measure"): {
        "pricing": Both("HPP, harga jual, titik impas", "costs, prices, break-even"),
        "production": Both("jumlah adonan, stok, sisa", "batches, stock, waste"),
        "money": Both("kas, laba, pinjaman, QRIS", "cash, profit, loans, QRIS"),
        "marketing": Both("promosi dan pembeli", "promotion and buyers"),
        "cooperation": Both("koperasi, patungan, SHU", "cooperative, pooling, SHU"),
        "household": Both("uang rumah dan uang usaha", "money at home and in the business"),
    },
}
"""(Model, field) -> fixed word in English -> what it means. Events and ballots go by their union,
`Rules.unlocked` by its keys."""
