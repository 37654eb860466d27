"""What the fields of families, lenders, programmes and big orders mean."""

from __future__ import annotations

from simpasar.scenario.meaning import Meaning

_REQUIRES = Meaning(
    "Syarat yang harus dipenuhi tim lebih dulu.",
    "What a team must show first.",
    "",
    "{program: [nib], tanpa_tunggakan: true}",
    "{programmes: [nib], no_arrears: true}",
)
_BY = Meaning("Siapa yang menawarkan.", "Who offers it.", "id", "kelurahan")
_WEEKS = Meaning(
    "Minggu-minggu pendaftaran; kapan saja kalau tidak ditulis.",
    "The weeks in which a team may apply; any where none is named.",
    "week of the game",
    "[2, 3, 4]",
)

COMMUNITY = {
    "Stakeholder": {
        "name": Meaning("Nama pihak.", "Its name.", "text", "Kelurahan"),
        "description": Meaning(
            "Apa yang diurusnya.", "What it does.", "text", "Mengurus izin dan tempat bazar."
        ),
    },
    "Requirements": {
        "programmes": Meaning(
            "Program yang harus sudah selesai.",
            "Programmes that must be finished.",
            "ids",
            "[nib]",
        ),
        "member": Meaning(
            "Harus anggota koperasi.", "Must be a member of the cooperative.", "yes or no", "true"
        ),
        "savings": Meaning(
            "Simpanan pokok dan wajib paling sedikit.",
            "The least of principal and compulsory savings together.",
            "rupiah",
            "150000",
        ),
        "weeks_saved": Meaning(
            "Berapa minggu simpanan wajib sudah dibayar.",
            "In how many weeks the compulsory savings were paid.",
            "weeks",
            "2",
        ),
        "no_arrears": Meaning(
            "Tidak boleh punya tunggakan atau pinjaman macet.",
            "Nothing may be overdue, and no loan in default.",
            "yes or no",
            "true",
        ),
    },
    "Household": {
        "weekly_need": Meaning(
            "Kebutuhan keluarga; yang tidak terpenuhi dilaporkan.",
            "What the family needs; what it goes short of is told.",
            "rupiah a week",
            "900000",
        ),
        "cash": Meaning(
            "Uang di dompet keluarga pada hari pertama.",
            "Money in the family's purse on the first day.",
            "rupiah",
            "100000",
        ),
    },
    "Arisan": {
        "contribution": Meaning(
            "Iuran tiap keluarga, dari dompet rumah tangga.",
            "What each family pays in, out of the household's purse.",
            "rupiah a week",
            "50000",
        ),
        "first_week": Meaning(
            "Pendaftaran sampai akhir minggu ini; lalu arisan berjalan.",
            "Families may join until the end of this week; then it runs.",
            "week of the game",
            "1",
        ),
    },
    "Interest": {
        "rate": Meaning(
            "Besar bunga: 6 % ditulis 6000, dan 0,275 % ditulis 275.",
            "The rate: 6 % is written 6000, and 0.275 % is 275.",
            "per 100,000",
            "6000",
        ),
        "per": Meaning(
            "Untuk jangka apa bunga itu: hari, minggu, bulan, tahun, atau seluruh masa.",
            "What the rate is for: a day, week, month, year, or the whole term.",
            "a word",
            "tahun",
            "year",
        ),
        "method": Meaning(
            "Dihitung dari sisa utang (menurun) atau dari seluruh pinjaman (tetap).",
            "Counted on what is still owed (declining) or on the whole loan (flat).",
            "a word",
            "menurun",
            "declining",
        ),
    },
    "Loan": {
        "name": Meaning("Nama pinjaman.", "The loan's name.", "text", "KUR"),
        "by": Meaning("Siapa yang meminjamkan.", "Who lends.", "id", "bank"),
        "advertised": Meaning(
            "Bunyi iklannya; boleh manis, asal hitungannya di bawah benar.",
            "What the poster says; it may flatter, for the true terms stand below.",
            "text",
            '"Cuma 40 ribu sehari, langsung cair!"',
        ),
        "smallest": Meaning("Pinjaman paling kecil.", "The smallest loan.", "rupiah", "1000000"),
        "largest": Meaning("Pinjaman paling besar.", "The largest loan.", "rupiah", "5000000"),
        "step": Meaning(
            "Jumlah pinjaman harus kelipatan ini.",
            "The amount has to be a multiple of this.",
            "rupiah",
            "500000",
        ),
        "instalments": Meaning(
            "Berapa kali diangsur.", "The number of instalments.", "times", "12"
        ),
        "every": Meaning(
            "Diangsur tiap hari, minggu, atau bulan.",
            "Whether it is repaid daily, weekly or monthly.",
            "a word",
            "bulan",
            "month",
        ),
        "interest": Meaning(
            "Bunga yang sebenarnya.",
            "The true interest.",
            "",
            "{per_seratus_ribu: 6000, per: tahun, cara_hitung: menurun}",
            "{rate: 6000, per: year, method: declining}",
        ),
        "admin_fee": Meaning(
            "Potongan di depan waktu uang cair; 50 berarti 5 %.",
            "What is kept back when the loan is paid out; 50 is 5 %.",
            "per mille",
            "50",
        ),
        "most_cost": Meaning(
            "Batas bunga dan denda bersama, dari pinjaman; 1000 berarti sebesar pinjamannya.",
            "The most that interest and fees may come to, of the loan; 1000 is all of it.",
            "per mille",
            "1000",
        ),
        "late_fee": Meaning(
            "Denda tiap minggu dari yang telat dibayar.",
            "The fee for each week, of what is overdue.",
            "per mille",
            "50",
        ),
        "default_weeks": Meaning(
            "Telat berapa minggu sampai disebut macet; lalu semuanya ditagih.",
            "Overdue for how many weeks it is in default; then all of it is due.",
            "weeks",
            "4",
        ),
        "collected_at": Meaning(
            "Jam penagih datang, untuk angsuran harian.",
            "When the collector comes, for daily instalments.",
            "time of day",
            '"16:00"',
        ),
        "from_savings": Meaning(
            "Dipinjamkan koperasi dari kasnya sendiri.",
            "Whether the cooperative lends it out of its own cash.",
            "yes or no",
            "true",
        ),
        "times_savings": Meaning(
            "Paling banyak sekian kali simpanan peminjam; 0 berarti tanpa batas ini.",
            "At most so many times the borrower's savings; 0 is no such bound.",
            "times",
            "5",
        ),
        "requires": _REQUIRES,
    },
    "Skill": {
        "products": Meaning(
            "Hanya untuk produk ini; semua produk tim kalau tidak ditulis.",
            "Only for these products; all of the team's where none is named.",
            "ids",
            "[keripik]",
        ),
        "recipe": Meaning(
            "Bahan yang terpakai sesudah dilatih; 950 berarti hemat 5 %.",
            "Ingredients used after the training; 950 saves 5 %.",
            "per mille",
            "950",
        ),
        "quality": Meaning(
            "Tambahan nilai mutu di mata pembeli.",
            "How much more buyers think the goods are worth.",
            "thousandths of a point",
            "150",
        ),
    },
    "Programme": {
        "name": Meaning("Nama program.", "The programme's name.", "text", "NIB"),
        "by": _BY,
        "kind": Meaning(
            "Izin, pelatihan, hibah, atau bazar.",
            "A permit, training, grant or bazaar.",
            "a word",
            "izin",
            "permit",
        ),
        "description": Meaning(
            "Gunanya, dalam satu dua kalimat untuk peserta.",
            "What it is good for, in a sentence or two for trainees.",
            "text",
            '"Nomor induk berusaha, gratis lewat OSS."',
        ),
        "cost": Meaning("Biaya ikut.", "What it costs to take part.", "rupiah", "75000"),
        "lead_weeks": Meaning(
            "Berapa minggu dari mendaftar sampai berlaku.",
            "How many weeks from applying until it takes effect.",
            "weeks",
            "2",
        ),
        "weeks": _WEEKS,
        "quota": Meaning(
            "Berapa tim yang diterima; kalau lebih banyak yang mendaftar, diundi.",
            "How many teams are taken; of more applicants, the lot decides.",
            "teams",
            "4",
        ),
        "requires": _REQUIRES,
        "skill": Meaning(
            "Yang berubah di dapur sesudahnya.",
            "What it changes in the kitchen.",
            "",
            "{resep: 950}",
            "{recipe: 950}",
        ),
        "grant": Meaning("Uang hibah yang diterima.", "Money that is given.", "rupiah", "600000"),
        "reach": Meaning(
            "Berapa dari warga yang belum kenal jadi kenal lapak ini.",
            "How many of those who did not know the stall come to know it.",
            "per mille",
            "100",
        ),
        "booths": Meaning(
            "Tambahan nilai lapak pada hari peristiwa itu, misalnya tenda di bazar.",
            "What a stall gains on the days of an event, for example a tent at a bazaar.",
            "thousandths of a point",
            "{bazar_ramadan: 600}",
        ),
    },
    "Contract": {
        "name": Meaning("Nama pesanan.", "The order's name.", "text", "Hampers dodol"),
        "by": Meaning("Siapa yang memesan.", "Who orders.", "id", "kantor"),
        "news": Meaning(
            "Kabar yang dibaca peserta.",
            "The news that trainees read.",
            "text",
            '"Sebuah kantor memesan 120 besek dodol."',
        ),
        "product": Meaning("Produk yang dipesan.", "The product.", "id", "dodol"),
        "units": Meaning("Berapa satuan dipesan.", "How many units.", "units", "120"),
        "price": Meaning("Harga yang dibayar.", "The price paid.", "rupiah a unit", "17000"),
        "weeks": Meaning(
            "Minggu-minggu pesanan ini boleh diambil.",
            "The weeks in which it may be accepted.",
            "week of the game",
            "[3, 4, 5]",
        ),
        "due_week": Meaning("Minggu penyerahan.", "The week it is due.", "week of the game", "7"),
        "due_day": Meaning(
            "Hari penyerahan.", "The day it is due.", "day of the week, 1 is Monday", "4"
        ),
        "hour": Meaning("Jam diambil.", "When it is fetched.", "time of day", '"10:00"'),
        "penalty": Meaning(
            "Denda untuk tiap satuan yang kurang.",
            "The penalty for each unit that is missing.",
            "rupiah a unit",
            "5000",
        ),
        "quota": Meaning(
            "Berapa tim boleh mengambil pesanan ini.",
            "How many teams may accept it.",
            "teams",
            "1",
        ),
        "requires": _REQUIRES,
    },
}
