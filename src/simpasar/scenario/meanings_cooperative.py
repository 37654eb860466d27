"""What the fields of the cooperative, and of a team's decisions in it, mean."""

from __future__ import annotations

from simpasar.scenario.meaning import Meaning

_SURPLUS = Meaning(
    "Pembagian SHU; bagian-bagiannya harus berjumlah 1000.",
    "How the surplus is divided; the shares have to make 1000.",
    "",
    "{cadangan: 300, jasa_modal: 250, jasa_usaha: 300, pengurus: 50, pendidikan: 50, sosial: 50}",
    "{reserve: 300, capital: 250, patronage: 300, board: 50, education: 50, social: 50}",
)


def _ballot(word: str, english: str, options: str, options_english: str = "") -> dict[str, Meaning]:
    return {
        "kind": Meaning(
            "Apa yang diputuskan lewat suara.",
            "What the members decide.",
            "a word",
            word,
            english,
        ),
        "week": Meaning(
            "Minggu pemungutan suara.", "The week of the ballot.", "week of the game", "2"
        ),
        "question": Meaning(
            "Pertanyaan untuk anggota.",
            "The question put to the members.",
            "text",
            '"Berapa margin koperasi?"',
        ),
        "options": Meaning(
            "Pilihan-pilihannya, paling sedikit dua; kalau seri, tidak ada yang berubah.",
            "The options, at least two; with a tie nothing changes.",
            "per mille" if word == "margin" else "",
            options,
            options_english,
        ),
    }


COOPERATIVE = {
    "Cooperative": {
        "name": Meaning("Nama koperasi.", "Its name.", "text", "Koperasi Dapur Bersama"),
        "principal": Meaning(
            "Simpanan pokok, dibayar sekali waktu masuk.",
            "Principal savings, paid once on joining.",
            "rupiah",
            "100000",
        ),
        "compulsory": Meaning(
            "Simpanan wajib, dibayar setiap minggu.",
            "Compulsory savings, paid every week.",
            "rupiah a week",
            "25000",
        ),
        "donated_capital": Meaning(
            "Hibah yang menjadi modal awal koperasi.",
            "A grant that the cooperative begins with.",
            "rupiah",
            "500000",
        ),
        "admission": Meaning(
            "Siapa saja boleh masuk, atau lewat suara anggota.",
            "Whether anybody may join, or members vote on it.",
            "a word",
            "terbuka",
            "open",
        ),
        "margin": Meaning(
            "Tambahan koperasi di atas harga belanja bersama; 10 berarti 1 %.",
            "What the cooperative adds to joint purchases; 10 is 1 %.",
            "per mille",
            "10",
        ),
        "overhead": Meaning(
            "Biaya koperasi, sejak anggota pertama masuk.",
            "The cooperative's own costs, from the first member on.",
            "rupiah a week",
            "10000",
        ),
        "surplus": _SURPLUS,
        "purchase": Meaning(
            "Belanja bersama; hapus kunci ini kalau tidak ada.",
            "The joint purchase; leave this key out where there is none.",
            "",
            '{nama: Grosir, jam_antar: "03:00", barang: {gula: {isi: 5000, harga: 90000,'
            " tingkat_harga: {4: 970, 8: 940}}}}",
            '{name: Grosir, hour: "03:00", goods: {gula: {amount: 5000, price: 90000,'
            " tiers: {4: 970, 8: 940}}}}",
        ),
        "promotion": Meaning(
            "Promosi bersama; hapus kunci ini kalau tidak ada.",
            "The joint promotion; leave this key out where there is none.",
            "",
            "{untuk_kebutuhan: oleh_oleh, tambah_ramai: 450, separuh: 300000}",
            "{need: oleh_oleh, lift: 450, half: 300000}",
        ),
        "equipment": Meaning(
            "Alat milik koperasi yang disewakan kepada anggota.",
            "Equipment of the cooperative that members hire.",
            "",
            "{kenceng: {jumlah_alat: 2, sewa_per_jam: 4000}}",
            "{kenceng: {count: 2, hourly_fee: 4000}}",
        ),
        "ballots": Meaning(
            "Pemungutan suara, masing-masing dengan minggunya.",
            "Ballots, each in its week.",
            "",
            "{margin: {jenis: margin, pada_minggu: 2, pertanyaan: Pilih margin,"
            " pilihan: {satu_persen: 10, tiga_persen: 30}}}",
            "{margin: {kind: margin, week: 2, question: Pilih margin,"
            " options: {satu_persen: 10, tiga_persen: 30}}}",
        ),
    },
    "SurplusShares": {
        "reserve": Meaning("Dana cadangan.", "The reserve fund.", "per mille", "300"),
        "capital": Meaning(
            "Jasa modal: dibagi menurut simpanan anggota.",
            "Shared by members' savings (jasa modal).",
            "per mille",
            "250",
        ),
        "patronage": Meaning(
            "Jasa usaha: dibagi menurut belanja anggota di koperasi.",
            "Shared by members' trade with the cooperative (jasa usaha).",
            "per mille",
            "300",
        ),
        "board": Meaning("Bagian pengurus.", "The board's share.", "per mille", "50"),
        "education": Meaning("Dana pendidikan.", "The education fund.", "per mille", "50"),
        "social": Meaning("Dana sosial.", "The social fund.", "per mille", "50"),
    },
    "JointPurchase": {
        "name": Meaning(
            "Nama pemasok belanja bersama.",
            "The name of its supplier.",
            "text",
            "Grosir Kramat Jati",
        ),
        "local": Meaning(
            "Warga setempat atau bukan; dihitung dalam manfaat bagi lingkungan.",
            "Whether it is of the neighbourhood; it counts in what the neighbourhood gets.",
            "yes or no",
            "false",
        ),
        "delivery_day": Meaning(
            "Hari barang diantar dan dibayar.",
            "The day of delivery and payment.",
            "day of the week, 1 is Monday",
            "1",
        ),
        "hour": Meaning("Jam barang diantar.", "The hour of delivery.", "time of day", '"03:00"'),
        "delivery_fee": Meaning(
            "Ongkos truk, ditanggung bersama menurut nilai belanja.",
            "The lorry's fee, shared by the value each one buys.",
            "rupiah",
            "75000",
        ),
        "fixed_price": Meaning(
            "Harga sudah disepakati, tidak ikut naik turun pasar.",
            "Whether the price was agreed beforehand, whatever the market does.",
            "yes or no",
            "false",
        ),
        "unpaid": Meaning(
            "Kalau anggota tidak bisa bayar: dilewati, atau ditalangi koperasi sampai Minggu.",
            "If a member cannot pay: dropped, or advanced by the cooperative until Sunday.",
            "a word",
            "dilewati",
            "drop",
        ),
        "goods": Meaning(
            "Bahan yang dibeli bersama, dengan tingkat harganya.",
            "What is bought together, with its price tiers.",
            "",
            "{gula: {isi: 5000, harga: 90000, tingkat_harga: {4: 970, 8: 940}}}",
            "{gula: {amount: 5000, price: 90000, tiers: {4: 970, 8: 940}}}",
        ),
    },
    "PooledGood": {
        "amount": Meaning(
            "Isi satu kemasan, dalam satuan bahannya.",
            "What one pack holds, in the ingredient's own unit.",
            "grams, ml or pieces",
            "5000",
        ),
        "price": Meaning(
            "Harga satu kemasan kalau sedikit yang pesan.",
            "The price of one pack where few are ordered.",
            "rupiah",
            "90000",
        ),
        "tiers": Meaning(
            "Mulai sekian kemasan bersama, harganya jadi sekian dari harga; 940 hemat 6 %.",
            "From so many packs together, this share of the price; 940 saves 6 %.",
            "per mille",
            "{4: 970, 8: 940}",
        ),
    },
    "JointPromotion": {
        "need": Meaning(
            "Kebutuhan yang diramaikan, untuk anggota maupun bukan.",
            "The need it brings buyers for, to members and others alike.",
            "id",
            "oleh_oleh",
        ),
        "lift": Meaning(
            "Tambahan pembeli paling banyak; 450 berarti 45 % lebih ramai.",
            "The most it can add; 450 is 45 % more buyers.",
            "per mille",
            "450",
        ),
        "half": Meaning(
            "Jumlah iuran yang memberi separuh dari tambahan itu.",
            "The contributions that bring half of that.",
            "rupiah",
            "300000",
        ),
    },
    "SharedEquipment": {
        "count": Meaning("Berapa buah.", "How many there are.", "pieces", "2"),
        "hourly_fee": Meaning(
            "Sewa tiap jam yang dimulai.",
            "The hire, for each hour begun.",
            "rupiah an hour",
            "4000",
        ),
    },
    "MarginBallot": _ballot("margin", "margin", "{satu_persen: 10, tiga_persen: 30}"),
    "SurplusBallot": _ballot(
        "pembagian_shu",
        "surplus",
        "{seimbang: {jasa_modal: 250, jasa_usaha: 300},"
        " menurut_usaha: {jasa_modal: 100, jasa_usaha: 450}}",
        "{seimbang: {capital: 250, patronage: 300}, menurut_usaha: {capital: 100, patronage: 450}}",
    ),
    "AdmissionBallot": _ballot(
        "penerimaan",
        "admission",
        "{siapa_saja: terbuka, disetujui: lewat_suara}",
        "{siapa_saja: open, disetujui: vote}",
    ),
    "OwnProductBallot": _ballot("produk_sendiri", "own_product", "{boleh: false, tidak: true}"),
    "Commitments": {
        "member": Meaning(
            "Menjadi anggota koperasi.", "Whether it is a member.", "yes or no", "true"
        ),
        "deposit": Meaning(
            "Setoran simpanan sukarela minggu itu.",
            "Voluntary savings paid in that week.",
            "rupiah",
            "50000",
        ),
        "withdraw": Meaning(
            "Simpanan sukarela yang ditarik minggu itu.",
            "Voluntary savings taken out that week.",
            "rupiah",
            "50000",
        ),
        "pledges": Meaning(
            "Janji belanja bersama: berapa kemasan tiap bahan.",
            "Packs of each ingredient pledged in the joint purchase.",
            "packs",
            "{gula: 2}",
        ),
        "promotion": Meaning(
            "Iuran promosi bersama minggu itu.",
            "What it pays for the joint promotion that week.",
            "rupiah",
            "50000",
        ),
        "hire_hours": Meaning(
            "Paling banyak berapa jam tiap alat disewa seminggu.",
            "The most hours a week that each piece is hired.",
            "hours",
            "{kenceng: 30}",
        ),
        "votes": Meaning(
            "Suara tim: satu pilihan untuk tiap pemungutan suara.",
            "The team's votes: one option for each ballot.",
            "id",
            "{margin: satu_persen}",
        ),
        "admit": Meaning(
            "Menerima calon anggota atau tidak.",
            "Whether each applicant is admitted.",
            "yes or no",
            "{mawar: true}",
        ),
    },
}
