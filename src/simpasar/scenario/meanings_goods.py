"""What the fields of ingredients, suppliers, products and equipment mean."""

from __future__ import annotations

from simpasar.scenario.meaning import Meaning

GOODS = {
    "Ingredient": {
        "name": Meaning("Nama bahan.", "The ingredient's name.", "text", "{id: Beras, en: Rice}"),
        "unit": Meaning(
            "Satuan hitung bahan: gram, mililiter, atau buah.",
            "What it is counted in: grams, millilitres or pieces.",
            "a word",
            "buah",
            "pcs",
        ),
        "shelf_life_days": Meaning(
            "Berapa hari bahan tahan sesudah dibeli; lewat itu terbuang.",
            "How many days it keeps once bought; then it is thrown away.",
            "days",
            "120",
        ),
        "price_swing": Meaning(
            "Sejauh mana harga naik turun dari minggu ke minggu; 60 berarti 6 %.",
            "How far its price moves from week to week; 60 is 6 %.",
            "per mille",
            "60",
        ),
    },
    "Pack": {
        "amount": Meaning(
            "Isi satu kemasan, dalam satuan bahannya.",
            "What one pack holds, in the ingredient's own unit.",
            "grams, ml or pieces",
            "1000",
        ),
        "price": Meaning("Harga satu kemasan.", "The price of one pack.", "rupiah", "13700"),
    },
    "Supplier": {
        "name": Meaning("Nama pemasok.", "The supplier's name.", "text", "Pasar Perumnas Klender"),
        "local": Meaning(
            "Warga setempat atau bukan; dihitung dalam manfaat bagi lingkungan.",
            "Whether it is of the neighbourhood; it counts in what the neighbourhood gets.",
            "yes or no",
            "true",
        ),
        "hour": Meaning(
            "Jam barang datang, atau jam tim berbelanja.",
            "When the goods come, or when teams go shopping.",
            "time of day",
            '"13:00"',
        ),
        "lead_days": Meaning(
            "Berapa hari sebelumnya harus dipesan; 0 berarti beli langsung di tempat.",
            "How many days before they have to be ordered; 0 is bought on the spot.",
            "days",
            "1",
        ),
        "delivery_fee": Meaning(
            "Ongkos sekali antar.", "The cost of one delivery.", "rupiah", "15000"
        ),
        "minimum": Meaning(
            "Belanja paling sedikit dalam satu pesanan, menurut harga biasa.",
            "The smallest order, by the usual prices.",
            "rupiah",
            "100000",
        ),
        "goods": Meaning(
            "Bahan yang dijual pemasok ini, dengan isi dan harga kemasannya.",
            "What this supplier sells, with the size and price of a pack.",
            "",
            "{beras: {isi: 1000, harga: 13700}}",
            "{beras: {amount: 1000, price: 13700}}",
        ),
    },
    "Grade": {
        "name": Meaning("Nama mutu.", "The grade's name.", "text", "{id: Istimewa, en: Special}"),
        "recipe": Meaning(
            "Bahan yang dipakai dibanding resep; 1150 berarti 15 % lebih banyak.",
            "Ingredients used, of the recipe; 1150 is 15 % more.",
            "per mille",
            "1150",
        ),
        "quality": Meaning(
            "Tambahan nilai di mata pembeli; minus kalau lebih jelek dari biasa.",
            "What buyers think it is worth more; negative where it is worse than usual.",
            "thousandths of a point",
            "480",
        ),
    },
    "Product": {
        "name": Meaning("Nama produk.", "The product's name.", "text", "Nasi ulam"),
        "need": Meaning(
            "Kebutuhan yang dipenuhinya; produk sekebutuhan saling bersaing.",
            "The need it serves; products that serve the same need compete.",
            "id",
            "sarapan",
        ),
        "unit": Meaning(
            "Satuan jualnya: porsi, buah, bungkus.",
            "What it is sold by: portion, piece, pack.",
            "text",
            "{id: porsi, en: portion}",
        ),
        "made": Meaning(
            "Dibuat dulu per adonan, atau baru dimasak kalau ada pesanan.",
            "Made ahead in batches, or cooked only when ordered.",
            "a word",
            "per_adonan",
            "batch",
        ),
        "batch": Meaning(
            "Berapa satuan jadi dari satu adonan.",
            "How many units come out of one batch.",
            "units",
            "10",
        ),
        "recipe": Meaning(
            "Bahan untuk satu adonan, bukan untuk satu porsi.",
            "Ingredients of one batch, not of one portion.",
            "grams, ml or pieces",
            "{beras: 1250, kelapa: 1}",
        ),
        "hands": Meaning(
            "Berapa orang sibuk selama satu adonan dikerjakan.",
            "How many people are busy while a batch is made.",
            "persons",
            "1",
        ),
        "equipment": Meaning(
            "Alat yang dipakai satu adonan; kosongkan kalau tidak perlu alat.",
            "The piece of equipment a batch needs; leave it out where it needs none.",
            "id",
            "kompor",
        ),
        "work_minutes": Meaning(
            "Lama satu adonan dikerjakan, selama orang dan alat terpakai.",
            "How long a batch is worked on, while hands and equipment are busy.",
            "minutes",
            "25",
        ),
        "rest_minutes": Meaning(
            "Lama menunggu sebelum bisa dijual: dingin, mengembang, peram.",
            "How long it rests before it can be sold: cooling, rising, ripening.",
            "minutes",
            "360",
        ),
        "shelf_life_hours": Meaning(
            "Berapa jam tahan sesudah jadi; lewat itu terbuang.",
            "How many hours it keeps once made; then it is thrown away.",
            "hours",
            "8",
        ),
        "serve_seconds": Meaning(
            "Lama melayani satu pembeli: menyapa, membungkus, membayar.",
            "How long one buyer takes: greeting, wrapping, paying.",
            "seconds",
            "45",
        ),
        "serve_seconds_per_unit": Meaning(
            "Tambahan waktu melayani untuk tiap satuan yang dibeli.",
            "How much longer for each unit bought.",
            "seconds",
            "20",
        ),
        "reference_price": Meaning(
            "Harga yang dianggap wajar oleh pembeli; dari sini mahal dan murah diukur.",
            "The price that buyers think usual; dear and cheap are measured from it.",
            "rupiah",
            "12000",
        ),
        "portions": Meaning(
            "Berapa satuan dibeli sekaligus, dan bobotnya; 1: 80 berarti paling sering satu.",
            "How many units are bought at once, with weights; 1: 80 is mostly one.",
            "weight",
            "{1: 80, 2: 17, 3: 3}",
        ),
        "grades": Meaning(
            "Pilihan mutu atau porsi; paling sedikit satu, biasanya `biasa`.",
            "The grades or sizes to choose from; at least one, the usual one.",
            "",
            "{biasa: {nama: Biasa}, hemat: {nama: Hemat, resep: 880, nilai_mutu: -450}}",
            "{biasa: {name: Biasa}, hemat: {name: Hemat, recipe: 880, quality: -450}}",
        ),
    },
    "Equipment": {
        "name": Meaning("Nama alat.", "Its name.", "text", "Kompor dan panci"),
        "price": Meaning("Harga beli baru.", "The price of a new one.", "rupiah", "900000"),
        "life_weeks": Meaning(
            "Umur pakai; harganya disusutkan rata selama itu.",
            "How long it lasts; its price is written off evenly over that time.",
            "weeks",
            "156",
        ),
    },
}
