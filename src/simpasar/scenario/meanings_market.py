"""What the fields of places, residents, weather and the market's rules of choice mean."""

from __future__ import annotations

from simpasar.scenario.meaning import Meaning

MARKET = {
    "Place": {
        "name": Meaning("Nama lingkungan.", "The neighbourhood's name.", "text", "Malaka Sari"),
        "x": Meaning(
            "Letak ke timur dari titik nol peta; ke barat ditulis minus.",
            "How far east of the map's zero point; west is negative.",
            "metres",
            "500",
        ),
        "y": Meaning(
            "Letak ke utara dari titik nol peta; ke selatan ditulis minus.",
            "How far north of the map's zero point; south is negative.",
            "metres",
            "300",
        ),
        "radius": Meaning(
            "Sejauh mana rumah warga tersebar dari tengahnya.",
            "How far the residents' homes lie around its middle.",
            "metres",
            "300",
        ),
    },
    "Need": {
        "name": Meaning(
            "Nama kebutuhan.",
            "The need's name.",
            "text",
            "{id: Sarapan, en: Breakfast}",
        ),
    },
    "Errand": {
        "weekday": Meaning(
            "Peluang seorang warga keluar untuk kebutuhan ini, Senin sampai Jumat.",
            "A resident's chance of going out for this need, Monday to Friday.",
            "per mille",
            "300",
        ),
        "weekend": Meaning(
            "Peluang seorang warga keluar untuk kebutuhan ini, Sabtu dan Minggu.",
            "A resident's chance of going out for this need, Saturday and Sunday.",
            "per mille",
            "360",
        ),
        "stay_home": Meaning(
            "Nilai tidak jadi beli: makin tinggi, makin banyak warga pulang tanpa membeli.",
            "What buying nothing is worth: the higher, the more go home without buying.",
            "thousandths of a point",
            "-650",
        ),
        "hours": Meaning(
            "Ramainya tiap jam; yang berbobot 4 dua kali seramai yang berbobot 2.",
            "How busy each hour is; one of weight 4 is twice as busy as one of weight 2.",
            "weight",
            '{"06:00": 4, "07:00": 5}',
        ),
    },
    "Segment": {
        "name": Meaning("Nama kelompok warga.", "The kind's name.", "text", "Ibu rumah tangga"),
        "residents": Meaning(
            "Berapa warga kelompok ini tinggal di tiap tempat.",
            "How many residents of this kind live in each place.",
            "persons",
            "{malaka_sari: 180, malaka_jaya: 100}",
        ),
        "patience_minutes": Meaning(
            "Paling lama mau mengantre; kalau lebih, ia ke lapak lain.",
            "How long they will queue at most; if longer, they try another stall.",
            "minutes",
            "10",
        ),
        "price_sensitivity": Meaning(
            "Kepekaan pada harga dibanding warga biasa; 1000 biasa, 1200 lebih peka.",
            "How much price matters compared with others; 1000 is usual, 1200 is more.",
            "per mille",
            "1100",
        ),
        "taste": Meaning(
            "Seberapa suka kelompok ini pada tiap produk; yang tidak ditulis dinilai 0.",
            "How much this kind likes each product; what is not named counts as 0.",
            "thousandths of a point",
            "{nasi_ulam: 3500}",
        ),
        "needs": Meaning(
            "Untuk kebutuhan apa kelompok ini keluar, seberapa sering, dan jam berapa.",
            "What this kind goes out for, how often, and when.",
            "",
            "{sarapan: {hari_kerja: 300, akhir_pekan: 360, tidak_jadi_beli: -650,"
            ' jam: {"06:00": 4}}}',
            '{sarapan: {weekday: 300, weekend: 360, stay_home: -650, hours: {"06:00": 4}}}',
        ),
    },
    "Weather": {
        "name": Meaning("Nama cuaca.", "The weather's name.", "text", "{id: Hujan, en: Rain}"),
        "weight": Meaning(
            "Seberapa sering, dibanding bobot cuaca lain.",
            "How often, against the weights of the others.",
            "weight",
            "350",
        ),
        "months": Meaning(
            "Bobot lain untuk bulan tertentu; 1 Januari, 12 Desember.",
            "Another weight in some months; 1 is January, 12 December.",
            "weight",
            "{1: 500, 7: 100}",
        ),
        "going": Meaning(
            "Jumlah warga yang keluar, dibanding hari biasa; 500 berarti separuh.",
            "How many go out, of a usual day; 500 is half of them.",
            "per mille",
            "550",
        ),
        "needs": Meaning(
            "Jumlah yang keluar untuk kebutuhan tertentu, dikalikan lagi di atas `keramaian`.",
            "How many go out for one need, on top of `going`.",
            "per mille",
            "{jajanan: 800}",
        ),
        "taste": Meaning(
            "Tambahan selera pada produk tertentu dalam cuaca ini.",
            "How much more residents like a product in this weather.",
            "thousandths of a point",
            "{kolak: 150}",
        ),
    },
    "Market": {
        "price_weight": Meaning(
            "Pentingnya harga bagi warga; 3000 sampai 3500 cocok dengan pasar nyata.",
            "How much price matters to residents; 3000 to 3500 is like real markets.",
            "thousandths of a point",
            "3200",
        ),
        "quality_weight": Meaning(
            "Pentingnya mutu; 1000 berarti nilai mutu dihitung apa adanya.",
            "How much quality matters; at 1000 it counts as it is written.",
            "per mille",
            "1000",
        ),
        "distance_weight": Meaning(
            "Yang hilang dari nilai sebuah lapak untuk tiap kilometer jaraknya.",
            "What a stall loses in a resident's eyes for each kilometre.",
            "thousandths of a point",
            "400",
        ),
        "reputation_weight": Meaning(
            "Beda nilai antara lapak bernama paling baik dan paling buruk.",
            "The difference between the best and the worst name.",
            "thousandths of a point",
            "1000",
        ),
        "habit_gain": Meaning(
            "Tambahan nilai bagi lapak setiap kali seorang warga dilayani dengan baik di sana.",
            "What a stall gains with a resident for each day of being served well there.",
            "thousandths of a point",
            "150",
        ),
        "habit_cap": Meaning(
            "Nilai kebiasaan paling banyak; menentukan seberapa setia langganan.",
            "The most that habit can add: how loyal regulars can be.",
            "thousandths of a point",
            "600",
        ),
        "habit_keep": Meaning(
            "Yang tersisa dari kebiasaan keesokan harinya; 900 berarti sembilan dari sepuluh.",
            "What is left of a habit the next day; 900 is nine tenths.",
            "per mille",
            "900",
        ),
        "reputation_share": Meaning(
            "Seberapa jauh nama lapak bergerak tiap malam ke arah pengalaman hari itu.",
            "How far a name moves each night towards the day's experience.",
            "per mille",
            "60",
        ),
        "awareness_keep": Meaning(
            "Berapa warga dari yang kenal lapak masih ingat minggu depan.",
            "How many of those who know a stall still do next week.",
            "per mille",
            "970",
        ),
        "word_of_mouth": Meaning(
            "Berapa warga mendengar tentang lapak dari tiap seribu yang membeli.",
            "How many hear of a stall from every thousand who buy there.",
            "per mille",
            "250",
        ),
        "promotion_half": Meaning(
            "Belanja promosi yang mencapai separuh warga yang belum kenal.",
            "Spending on promotion that reaches half of those who don't know the stall.",
            "rupiah",
            "150000",
        ),
    },
}
