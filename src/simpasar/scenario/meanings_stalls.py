"""What the fields of a team's seat, its decisions and the rules mean."""

from __future__ import annotations

from simpasar.scenario.meaning import Meaning

STALLS = {
    "Seat": {
        "name": Meaning("Nama tim.", "The team's name.", "text", "Melati"),
        "business": Meaning("Usaha tim ini.", "The team's business.", "text", "Nasi ulam"),
        "place": Meaning(
            "Tempat lapaknya berdiri; banjir dan pemeriksaan melihat ini.",
            "Where its stall stands; floods and inspections go by this.",
            "id",
            "malaka_sari",
        ),
        "x": Meaning(
            "Letak lapak ke timur dari titik nol peta.",
            "How far east of the map's zero point the stall stands.",
            "metres",
            "30",
        ),
        "y": Meaning(
            "Letak lapak ke utara dari titik nol peta.",
            "How far north of the map's zero point the stall stands.",
            "metres",
            "-90",
        ),
        "cash": Meaning(
            "Uang kas usaha pada hari pertama.",
            "The business's cash on the first day.",
            "rupiah",
            "1000000",
        ),
        "stock": Meaning(
            "Bahan yang sudah ada pada hari pertama.",
            "Ingredients in stock on the first day.",
            "grams, ml or pieces",
            "{beras: 7000, kelapa: 6}",
        ),
        "equipment": Meaning(
            "Alat yang sudah dimiliki pada hari pertama.",
            "Equipment owned on the first day.",
            "pieces",
            "{kompor: 2}",
        ),
        "hands": Meaning(
            "Anggota keluarga yang bekerja tanpa upah, termasuk pemilik.",
            "Family members who work unpaid, the owner among them.",
            "persons",
            "2",
        ),
        "counter": Meaning(
            "Berapa pembeli bisa dilayani bersamaan.",
            "How many buyers can be served at the same time.",
            "persons",
            "1",
        ),
        "kitchen_opens": Meaning(
            "Jam mulai memasak.", "When cooking begins.", "time of day", '"03:30"'
        ),
        "earliest": Meaning(
            "Lapak tidak boleh buka sebelum jam ini.",
            "The stall may not open before this.",
            "time of day",
            '"05:30"',
        ),
        "latest": Meaning(
            "Lapak tidak boleh buka sesudah jam ini.",
            "The stall may not stay open after this.",
            "time of day",
            '"11:00"',
        ),
        "rent": Meaning("Sewa lapak.", "Rent of the stall.", "rupiah a week", "81000"),
        "overhead": Meaning(
            "Biaya tetap lain: listrik, air, kebersihan.",
            "Other fixed costs: electricity, water, cleaning.",
            "rupiah a week",
            "20000",
        ),
        "products": Meaning(
            "Produk yang boleh dijual tim ini.",
            "The products this team may sell.",
            "ids",
            "[nasi_ulam]",
        ),
        "awareness": Meaning(
            "Berapa warga dari seribu sudah kenal lapak ini pada awalnya.",
            "How many residents of a thousand know the stall at the start.",
            "per mille",
            "800",
        ),
        "reputation": Meaning(
            "Nama baik lapak pada awalnya: 0 paling buruk, 1000 paling baik.",
            "The stall's name at the start: 0 is the worst, 1000 the best.",
            "per mille",
            "500",
        ),
        "bot": Meaning(
            "Pemain komputer untuk kursi yang tidak diisi peserta; lihat daftarnya di README.",
            "The bot that plays a seat nobody takes; the README lists them.",
            "a word",
            "hati-hati",
        ),
        "household": Meaning(
            "Keluarga di belakang lapak; tanpa ini tidak ada uang rumah tangga.",
            "The family behind the stall; without it there is no household money.",
            "",
            "{kebutuhan_seminggu: 900000}",
            "{weekly_need: 900000}",
        ),
        "start": Meaning(
            "Keputusan yang sudah terisi di lembar minggu pertama.",
            "The decisions that stand on the first week's sheet.",
            "",
            "{harga_jual: {nasi_ulam: 12000}, adonan: {nasi_ulam: {hari_kerja: 5, akhir_pekan: 5}},"
            ' mutu: {nasi_ulam: biasa}, pemasok: {beras: pasar}, buka: "06:00", tutup: "10:00"}',
            "{prices: {nasi_ulam: 12000}, batches: {nasi_ulam: {weekday: 5, weekend: 5}},"
            ' grades: {nasi_ulam: biasa}, suppliers: {beras: pasar}, opens: "06:00",'
            ' closes: "10:00"}',
        ),
    },
    "DayPlan": {
        "weekday": Meaning(
            "Adonan tiap hari, Senin sampai Jumat.",
            "Batches on each day from Monday to Friday.",
            "batches a day",
            "5",
        ),
        "weekend": Meaning(
            "Adonan tiap hari, Sabtu dan Minggu.",
            "Batches on Saturday and on Sunday.",
            "batches a day",
            "6",
        ),
    },
    "Decisions": {
        "prices": Meaning(
            "Harga jual tiap produk.",
            "The price of each product.",
            "rupiah a unit",
            "{nasi_ulam: 12000}",
        ),
        "batches": Meaning(
            "Berapa adonan tiap produk dibuat, hari kerja dan akhir pekan.",
            "How many batches of each product, on weekdays and at the weekend.",
            "batches a day",
            "{nasi_ulam: {hari_kerja: 5, akhir_pekan: 6}}",
            "{nasi_ulam: {weekday: 5, weekend: 6}}",
        ),
        "grades": Meaning(
            "Mutu yang dibuat dari tiap produk.",
            "The grade of each product that is made.",
            "id",
            "{nasi_ulam: biasa}",
        ),
        "suppliers": Meaning(
            "Dari siapa tiap bahan dibeli.",
            "From whom each ingredient is bought.",
            "id",
            "{beras: pasar}",
        ),
        "safety": Meaning(
            "Stok cadangan tiap bahan, di luar yang direncanakan.",
            "How much of each ingredient is kept beyond the plan.",
            "grams, ml or pieces",
            "{beras: 2000}",
        ),
        "promotion": Meaning(
            "Belanja promosi sendiri minggu itu.",
            "What the team spends on promotion that week.",
            "rupiah",
            "50000",
        ),
        "helpers": Meaning(
            "Pembantu yang diupah, setiap hari pasar.",
            "Paid helpers, on every market day.",
            "persons",
            "1",
        ),
        "opens": Meaning("Jam lapak buka.", "When the stall opens.", "time of day", '"06:00"'),
        "closes": Meaning("Jam lapak tutup.", "When the stall closes.", "time of day", '"10:00"'),
        "buy_equipment": Meaning(
            "Alat yang dibeli minggu itu.",
            "Equipment bought that week.",
            "pieces",
            "{kompor: 1}",
        ),
        "drawings": Meaning(
            "Prive: uang usaha yang diambil untuk rumah tangga minggu itu.",
            "Drawings: business money taken for the household that week.",
            "rupiah",
            "900000",
        ),
        "arisan": Meaning(
            "Ikut arisan atau tidak.", "Whether it is in the arisan.", "yes or no", "true"
        ),
        "programmes": Meaning(
            "Program yang didaftar minggu itu.",
            "Programmes applied for that week.",
            "ids",
            "[nib]",
        ),
        "contracts": Meaning(
            "Pesanan besar yang diambil minggu itu.",
            "Big orders accepted that week.",
            "ids",
            "[rapat]",
        ),
        "borrow": Meaning(
            "Pinjaman yang diambil minggu itu.",
            "Loans taken out that week.",
            "rupiah",
            "{kur: 1000000}",
        ),
        "settle": Meaning(
            "Pinjaman yang dilunasi lebih cepat minggu itu.",
            "Loans paid off early that week.",
            "ids",
            "[kur]",
        ),
        "cooperative": Meaning(
            "Keputusan di koperasi: anggota, janji belanja, sewa alat.",
            "Decisions in the cooperative: membership, pledges, hire.",
            "",
            "{anggota: true, jam_sewa: {kenceng: 30}}",
            "{member: true, hire_hours: {kenceng: 30}}",
        ),
    },
    "Rules": {
        "unlocked": Meaning(
            "Tiap kelompok keputusan dan minggu mulai terbukanya; yang tidak ditulis tertutup.",
            "Each group of decisions and the week it opens; what is not named stays shut.",
            "week of the game",
            "{harga: 1, produksi: 1, bahan: 2}",
            "{price: 1, production: 1, ingredients: 2}",
        ),
        "helper_wage": Meaning(
            "Upah seorang pembantu.", "A helper's wage.", "rupiah a day", "100000"
        ),
        "max_helpers": Meaning(
            "Pembantu paling banyak untuk satu tim.",
            "The most helpers a team may have.",
            "persons",
            "2",
        ),
        "max_batches": Meaning(
            "Adonan paling banyak dari satu produk dalam sehari.",
            "The most batches of one product on one day.",
            "batches a day",
            "12",
        ),
        "price_step": Meaning(
            "Harga jual harus kelipatan ini.",
            "Prices have to be multiples of this.",
            "rupiah",
            "500",
        ),
        "price_low": Meaning(
            "Harga terendah yang boleh, dibanding harga acuan; 300 berarti 30 %.",
            "The lowest price allowed, of the reference price; 300 is 30 %.",
            "per mille",
            "300",
        ),
        "price_high": Meaning(
            "Harga tertinggi yang boleh, dibanding harga acuan; 3000 berarti tiga kali.",
            "The highest price allowed, of the reference price; 3000 is three times.",
            "per mille",
            "3000",
        ),
    },
}
