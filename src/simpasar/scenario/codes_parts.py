"""Codes of keys, lists and tables that are not as they should be."""

from __future__ import annotations

from simpasar.scenario.codes_form import Both, Code

PARTS: tuple[Code, ...] = (
    Code(
        "list",
        "error",
        Both("Bukan daftar", "No list"),
        Both(
            "Di sini tempatnya daftar, walaupun isinya hanya satu: `[uduk]`, atau satu baris"
            " dengan `-` untuk setiap isi.",
            "A list stands here, even of one entry: `[uduk]`, or a line with `-` for each.",
        ),
        Both("tim:\n  melati:\n    produk: uduk\n", "teams:\n  melati:\n    products: uduk\n"),
        Both("tim:\n  melati:\n    produk: [uduk]\n", "teams:\n  melati:\n    products: [uduk]\n"),
    ),
    Code(
        "table",
        "error",
        Both("Perlu kata kunci di bawahnya", "Keys are needed below"),
        Both(
            "Bagian ini punya kata kunci sendiri di bawahnya, dijorokkan, atau di dalam"
            " `{...}`. Satu kata, angka, atau daftar tidak cukup.",
            "This part has keys of its own below it, indented, or within `{...}`. A word, a"
            " number or a list will not do.",
        ),
        Both("tim:\n  melati:\n    stok: 5000\n", "teams:\n  melati:\n    stock: 5000\n"),
        Both(
            "tim:\n  melati:\n    stok: {beras: 5000}\n",
            "teams:\n  melati:\n    stock: {beras: 5000}\n",
        ),
    ),
    Code(
        "too-few",
        "error",
        Both("Terlalu sedikit isinya", "Too few entries"),
        Both(
            "Bagian ini tidak boleh kosong: pesannya menyebut berapa isi yang diperlukan.",
            "This part must not be empty: the message says how many entries it needs.",
        ),
        Both("tim:\n  melati:\n    produk: []\n", "teams:\n  melati:\n    products: []\n"),
        Both("tim:\n  melati:\n    produk: [uduk]\n", "teams:\n  melati:\n    products: [uduk]\n"),
    ),
    Code(
        "too-many",
        "error",
        Both("Terlalu banyak isinya", "Too many entries"),
        Both(
            "Daftar ini punya batas: pesannya menyebut berapa isi yang paling banyak.",
            "This list has a limit: the message says how many entries there may be.",
        ),
        Both(
            "tes:\n"
            "  - pertanyaan: Berapa?\n"
            "    pilihan: [satu, dua, tiga, empat, lima, enam]\n"
            "    jawaban: 1\n"
            "    ukuran: keuangan\n",
            "test:\n"
            "  - question: How many?\n"
            "    options: [one, two, three, four, five, six]\n"
            "    answer: 1\n"
            "    measure: money\n",
        ),
        Both(
            "tes:\n"
            "  - pertanyaan: Berapa?\n"
            "    pilihan: [satu, dua, tiga]\n"
            "    jawaban: 1\n"
            "    ukuran: keuangan\n",
            "test:\n"
            "  - question: How many?\n"
            "    options: [one, two, three]\n"
            "    answer: 1\n"
            "    measure: money\n",
        ),
    ),
    Code(
        "unknown-key",
        "error",
        Both("Kata kunci tidak dikenal", "An unknown key"),
        Both(
            "Kata kunci ini tidak ada di bagian ini. Biasanya salah ketik, atau berdiri satu"
            " tingkat terlalu dalam atau terlalu luar: lihat jorokannya.",
            "This part has no such key. Mostly it is misspelt, or stands a level too deep or"
            " too far out: look at the indentation.",
        ),
        Both("tim:\n  melati:\n    sewaa: 50000\n", "teams:\n  melati:\n    rentt: 50000\n"),
        Both("tim:\n  melati:\n    sewa: 50000\n", "teams:\n  melati:\n    rent: 50000\n"),
    ),
    Code(
        "unknown-word",
        "error",
        Both("Kata pilihan tidak dikenal", "An unknown choice"),
        Both(
            "Di sini hanya beberapa kata yang boleh; pesannya menyebut semuanya. Peristiwa"
            " punya empat jenis: harga, keramaian, banjir, pemeriksaan.",
            "Only a few words may stand here; the message names them all. Events are of four"
            " kinds: price, footfall, flood, inspection.",
        ),
        Both(
            "produk:\n  uduk:\n    cara_buat: adonan\n", "products:\n  uduk:\n    made: batches\n"
        ),
        Both(
            "produk:\n  uduk:\n    cara_buat: per_adonan\n", "products:\n  uduk:\n    made: batch\n"
        ),
    ),
    Code(
        "kind",
        "error",
        Both("Jenisnya belum disebut", "The kind is missing"),
        Both(
            "Peristiwa dan pemungutan suara perlu `jenis`, karena isinya bergantung padanya.",
            "Events and ballots need a `kind`, for all else in them depends on it.",
        ),
        Both(
            "peristiwa:\n"
            "  hujan_deras:\n"
            "    nama: Hujan\n"
            "    kabar: Hujan deras.\n"
            "    kapan: {minggu: [2]}\n"
            "    tempat: [klender]\n",
            "events:\n"
            "  hujan_deras:\n"
            "    name: Hujan\n"
            "    news: Hujan deras.\n"
            "    when: {weeks: [2]}\n"
            "    places: [klender]\n",
        ),
        Both(
            "peristiwa:\n"
            "  hujan_deras:\n"
            "    jenis: banjir\n"
            "    nama: Hujan\n"
            "    kabar: Hujan deras.\n"
            "    kapan: {minggu: [2]}\n"
            "    tempat: [klender]\n",
            "events:\n"
            "  hujan_deras:\n"
            "    kind: flood\n"
            "    name: Hujan\n"
            "    news: Hujan deras.\n"
            "    when: {weeks: [2]}\n"
            "    places: [klender]\n",
        ),
    ),
    Code(
        "missing",
        "error",
        Both("Ada yang kurang", "Something is missing"),
        Both(
            "Kata kunci ini wajib ada di sini. Tambahkan satu baris dengan isinya; skenario"
            " bawaan menunjukkan contohnya.",
            "This key must be here. Add a line with its value; the scenarios that ship show how.",
        ),
        Both(
            "bahan:\n  kelapa: {nama: Kelapa, satuan: buah}\n",
            "ingredients:\n  kelapa: {name: Kelapa, unit: pcs}\n",
        ),
        Both(
            "bahan:\n  kelapa: {nama: Kelapa, satuan: buah, tahan_hari: 5}\n",
            "ingredients:\n  kelapa: {name: Kelapa, unit: pcs, shelf_life_days: 5}\n",
        ),
    ),
    Code(
        "form",
        "error",
        Both("Tidak seperti yang diharapkan", "Not as expected"),
        Both(
            "Isi ini tidak bisa dipakai di sini. Bandingkan dengan contoh di skenario bawaan.",
            "This value cannot be used here. Compare it with the scenarios that ship.",
        ),
    ),
    Code(
        "term-is-flat",
        "error",
        Both("Bunga untuk seluruh masa", "Interest for the whole term"),
        Both(
            "Bunga yang dihitung sekali untuk seluruh masa pinjaman selalu tetap: ia tidak"
            " turun bersama sisa pinjaman. Tulis cara hitung tetap, atau bunga per bulan.",
            "Interest that is reckoned once for the whole term is always flat: it does not"
            " fall with what is owed. Write the flat method, or interest per month.",
        ),
        Both(
            "pinjaman:\n"
            "  keliling:\n"
            "    bunga:\n"
            "      per_seratus_ribu: 20000\n"
            "      per: seluruh_masa\n"
            "      cara_hitung: menurun\n",
            "loans:\n  keliling:\n    interest: {rate: 20000, per: term, method: declining}\n",
        ),
        Both(
            "pinjaman:\n"
            "  keliling:\n"
            "    bunga: {per_seratus_ribu: 20000, per: seluruh_masa, cara_hitung: tetap}\n",
            "loans:\n  keliling:\n    interest: {rate: 20000, per: term, method: flat}\n",
        ),
    ),
    Code(
        "loan-amounts",
        "error",
        Both("Pinjaman terbesar di bawah yang terkecil", "The largest loan is below the smallest"),
        Both(
            "Pinjaman paling besar tidak boleh lebih kecil daripada yang paling kecil. Mungkin"
            " keduanya tertukar, atau kurang satu nol.",
            "The largest loan must not be smaller than the smallest. Perhaps they are"
            " exchanged, or a zero is missing.",
        ),
        Both(
            "pinjaman:\n  keliling:\n    paling_besar: 10000\n",
            "loans:\n  keliling:\n    largest: 10000\n",
        ),
        Both(
            "pinjaman:\n  keliling:\n    paling_besar: 1000000\n",
            "loans:\n  keliling:\n    largest: 1000000\n",
        ),
    ),
    Code(
        "tiers",
        "error",
        Both("Tingkat harga", "Price tiers"),
        Both(
            "Makin banyak yang dipesan bersama, makin murah: setiap tingkat ditulis sebagai"
            " jumlah kemasan dan bagian harga per seribu, dan bagian itu tidak boleh naik.",
            "The more is ordered together, the cheaper: each tier is a number of packs and a"
            " share of the price per mille, and the share must not rise.",
        ),
        Both(
            "koperasi:\n"
            "  belanja_bersama:\n"
            "    barang:\n"
            "      beras: {isi: 5000, harga: 68000, tingkat_harga: {4: 920, 8: 960}}\n",
            "cooperative:\n"
            "  purchase:\n"
            "    goods:\n"
            "      beras: {amount: 5000, price: 68000, tiers: {4: 920, 8: 960}}\n",
        ),
        Both(
            "koperasi:\n"
            "  belanja_bersama:\n"
            "    barang:\n"
            "      beras: {isi: 5000, harga: 68000, tingkat_harga: {4: 960, 8: 920}}\n",
            "cooperative:\n"
            "  purchase:\n"
            "    goods:\n"
            "      beras: {amount: 5000, price: 68000, tiers: {4: 960, 8: 920}}\n",
        ),
    ),
    Code(
        "surplus-shares",
        "error",
        Both("Pembagian SHU", "Division of the surplus"),
        Both(
            "Semua bagian SHU bersama-sama harus 1000 (per seribu). Bagian yang tidak ditulis"
            " memakai angka biasa: cadangan 300, jasa modal 250, jasa usaha 300, pengurus 50,"
            " pendidikan 50, sosial 50.",
            "All shares of the surplus must make 1000 (per mille) together. A share that is"
            " not written has its usual number: reserve 300, capital 250, patronage 300, board"
            " 50, education 50, social 50.",
        ),
        Both(
            "koperasi:\n  pembagian_shu: {cadangan: 400}\n",
            "cooperative:\n  surplus: {reserve: 400}\n",
        ),
        Both(
            "koperasi:\n  pembagian_shu: {cadangan: 400, jasa_modal: 150}\n",
            "cooperative:\n  surplus: {reserve: 400, capital: 150}\n",
        ),
    ),
)
