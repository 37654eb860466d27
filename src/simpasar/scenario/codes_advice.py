"""Codes of warnings about goods, buyers and stalls: what can be played but is hardly meant."""

from __future__ import annotations

from simpasar.scenario.codes_advice_dealings import DEALINGS
from simpasar.scenario.codes_form import Both, Code

GOODS: tuple[Code, ...] = (
    Code(
        "same-name",
        "warning",
        Both("Dua bagian bernama sama", "Two parts of the same name"),
        Both(
            "Di layar dan di papan hanya namanya yang terlihat, bukan id-nya. Dua bahan, produk,"
            " kelompok atau tim yang bernama sama tidak bisa dibedakan. Ganti nama salah satunya,"
            " atau hapus kalau memang tertulis dua kali.",
            "Screens and boards show names, not ids. Two ingredients, products, groups or teams of"
            " the same name cannot be told apart. Rename one of them, or leave one out if it was"
            " written twice.",
        ),
        Both(
            "cuaca:\n  mendung: {nama: Cerah, bobot: 2}\n",
            "weather:\n  mendung: {name: Cerah, weight: 2}\n",
        ),
        Both(
            "cuaca:\n  mendung: {nama: Mendung, bobot: 2}\n",
            "weather:\n  mendung: {name: Mendung, weight: 2}\n",
        ),
    ),
    Code(
        "unused-part",
        "warning",
        Both("Ada bagian yang tidak dipakai", "A part that nothing uses"),
        Both(
            "Bagian ini ditulis, tetapi tidak ada yang memakainya: bahan tanpa resep, produk tanpa"
            " tim, alat tanpa produk, tempat tanpa warga dan lapak, kelompok tanpa warga, cuaca"
            " yang tidak pernah datang, pihak tanpa tawaran, program tanpa manfaat. Sering ini"
            " karena namanya belum ditulis di tempat lain. Sebutkan di sana, atau hapus.",
            "This is written, but nothing uses it: an ingredient in no recipe, a product without a"
            " team, equipment without a product, a place without residents and stalls, a group"
            " without people, a weather that never comes, a stakeholder without an offer, a"
            " programme that brings nothing. Often it was forgotten where it belongs. Name it"
            " there, or leave it out.",
        ),
        Both(
            "bahan:\n  gula: {nama: Gula, satuan: g, tahan_hari: 365}\n",
            "ingredients:\n  gula: {name: Gula, unit: g, shelf_life_days: 365}\n",
        ),
        Both(
            "bahan:\n  gula: {nama: Gula, satuan: g, tahan_hari: 365}\npemasok:\n  pasar:\n"
            "    barang:\n      gula: {isi: 500, harga: 9000}\nproduk:\n  uduk:\n"
            "    resep: {beras: 1250, kelapa: 1, gula: 50}\ntim:\n  melati:\n    mulai:\n"
            "      pemasok: {beras: pasar, kelapa: pasar, gula: pasar}\n",
            "ingredients:\n  gula: {name: Gula, unit: g, shelf_life_days: 365}\nsuppliers:\n"
            "  pasar:\n    goods:\n      gula: {amount: 500, price: 9000}\nproducts:\n  uduk:\n"
            "    recipe: {beras: 1250, kelapa: 1, gula: 50}\nteams:\n  melati:\n    start:\n"
            "      suppliers: {beras: pasar, kelapa: pasar, gula: pasar}\n",
        ),
    ),
    Code(
        "nobody-wants",
        "warning",
        Both("Tidak ada yang mau membeli", "Nobody wants to buy it"),
        Both(
            "Tidak ada kelompok warga yang keluar untuk kebutuhan ini, atau dari dua puluh orang"
            " tidak sampai satu yang membeli produk ini. Hitungannya, dalam seperseribu: selera"
            " ditambah nilai mutu, dikurangi bobot harga kali kepekaan harga, dikurangi"
            " `tidak_jadi_beli`, dengan harga acuan. Kalau hasilnya di bawah -2944, tidak sampai"
            " satu dari dua puluh. Naikkan selera, atau turunkan `tidak_jadi_beli`.",
            "No group goes out for this need, or fewer than one in twenty of those who do would buy"
            " this product. The reckoning, in thousandths, at the reference price: taste plus the"
            " grade's quality, less price weight times price sensitivity, less `stay_home`. Below"
            " -2944 it is fewer than one in twenty. Raise the taste, or lower `stay_home`.",
        ),
        Both(
            "kelompok_warga:\n  ibu:\n    selera: {uduk: -600}\n",
            "segments:\n  ibu:\n    taste: {uduk: -600}\n",
        ),
        Both(
            "kelompok_warga:\n  ibu:\n    selera: {uduk: 3000}\n",
            "segments:\n  ibu:\n    taste: {uduk: 3000}\n",
        ),
    ),
    Code(
        "no-taste",
        "warning",
        Both("Produk tanpa selera", "A product that stands in no taste"),
        Both(
            "Selera dihitung 0 untuk produk yang tidak disebut. Produk lain biasanya 3000 lebih,"
            " jadi produk ini hampir tidak laku. Tulis produk ini di selera setiap kelompok warga"
            " yang keluar untuk kebutuhannya.",
            "Taste counts as 0 for a product that is not named. Others usually have 3000 or more,"
            " so this one would hardly sell. Write it into the taste of every group that goes out"
            " for its need.",
        ),
        Both(
            "produk:\n  lontong:\n    nama: Lontong\n    untuk_kebutuhan: sarapan\n"
            "    satuan: buah\n    hasil_adonan: 1\n    resep: {beras: 90}\n"
            "    layani_detik: 9\n    harga_acuan: 3000\n    mutu: {biasa: {nama: Biasa}}\n"
            "tim:\n  melati:\n    produk: [uduk, lontong]\n    mulai:\n"
            "      harga_jual: {uduk: 12000, lontong: 3000}\n      adonan:\n"
            "        uduk: {hari_kerja: 3, akhir_pekan: 4}\n"
            "        lontong: {hari_kerja: 9, akhir_pekan: 9}\n"
            "      mutu: {uduk: biasa, lontong: biasa}\n",
            "products:\n  lontong:\n    name: Lontong\n    need: sarapan\n    unit: buah\n"
            "    batch: 1\n    recipe: {beras: 90}\n    serve_seconds: 9\n"
            "    reference_price: 3000\n    grades: {biasa: {name: Biasa}}\nteams:\n  melati:\n"
            "    products: [uduk, lontong]\n    start:\n"
            "      prices: {uduk: 12000, lontong: 3000}\n      batches:\n"
            "        uduk: {weekday: 3, weekend: 4}\n"
            "        lontong: {weekday: 9, weekend: 9}\n"
            "      grades: {uduk: biasa, lontong: biasa}\n",
        ),
        Both(
            "kelompok_warga:\n  ibu:\n    selera: {uduk: 3000, lontong: 2500}\nproduk:\n"
            "  lontong:\n    nama: Lontong\n    untuk_kebutuhan: sarapan\n    satuan: buah\n"
            "    hasil_adonan: 1\n    resep: {beras: 90}\n    layani_detik: 9\n"
            "    harga_acuan: 3000\n    mutu: {biasa: {nama: Biasa}}\ntim:\n  melati:\n"
            "    produk: [uduk, lontong]\n    mulai:\n"
            "      harga_jual: {uduk: 12000, lontong: 3000}\n      adonan:\n"
            "        uduk: {hari_kerja: 3, akhir_pekan: 4}\n"
            "        lontong: {hari_kerja: 9, akhir_pekan: 9}\n"
            "      mutu: {uduk: biasa, lontong: biasa}\n",
            "segments:\n  ibu:\n    taste: {uduk: 3000, lontong: 2500}\nproducts:\n  lontong:\n"
            "    name: Lontong\n    need: sarapan\n    unit: buah\n    batch: 1\n"
            "    recipe: {beras: 90}\n    serve_seconds: 9\n    reference_price: 3000\n"
            "    grades: {biasa: {name: Biasa}}\nteams:\n  melati:\n"
            "    products: [uduk, lontong]\n    start:\n"
            "      prices: {uduk: 12000, lontong: 3000}\n      batches:\n"
            "        uduk: {weekday: 3, weekend: 4}\n"
            "        lontong: {weekday: 9, weekend: 9}\n"
            "      grades: {uduk: biasa, lontong: biasa}\n",
        ),
    ),
    Code(
        "nobody-out",
        "warning",
        Both("Lapak buka waktu pembeli di rumah", "Open when buyers are at home"),
        Both(
            "Selama lapak buka menurut lembar mulai, tidak ada warga yang keluar untuk produknya."
            " Bandingkan `buka` dan `tutup` tim dengan `jam` di kelompok warga.",
            "While the stall is open by its start sheet, no resident goes out for its goods."
            " Compare the team's `opens` and `closes` with the `hours` of the segments.",
        ),
        Both(
            "tim:\n  melati:\n    mulai:\n      buka: 08:30\n",
            "teams:\n  melati:\n    start:\n      opens: 08:30\n",
        ),
        Both(
            "tim:\n  melati:\n    mulai:\n      buka: 06:00\n",
            "teams:\n  melati:\n    start:\n      opens: 06:00\n",
        ),
    ),
    Code(
        "price-slip",
        "warning",
        Both("Harga sepuluh kali lipat", "A price ten times another"),
        Both(
            "Harga ini sepuluh kali lipat atau lebih dari biaya bahannya, atau dari harga pemasok"
            " lain untuk jumlah yang sama. Biasanya satu angka 0 kelebihan, atau `isi`, `resep`"
            " atau `hasil_adonan` salah satuan (kilogram ditulis sebagai gram).",
            "This price is ten times the cost of the ingredients or more, or ten times what another"
            " supplier asks for as much. Usually there is a 0 too many, or `amount`, `recipe` or"
            " `batch` is in another unit (kilograms written as grams).",
        ),
        Both(
            "produk:\n  uduk:\n    harga_acuan: 120000\n"
            "tim:\n  melati:\n    mulai:\n      harga_jual: {uduk: 120000}\n",
            "products:\n  uduk:\n    reference_price: 120000\n"
            "teams:\n  melati:\n    start:\n      prices: {uduk: 120000}\n",
        ),
        Both(
            "produk:\n  uduk:\n    harga_acuan: 12000\n"
            "tim:\n  melati:\n    mulai:\n      harga_jual: {uduk: 12000}\n",
            "products:\n  uduk:\n    reference_price: 12000\n"
            "teams:\n  melati:\n    start:\n      prices: {uduk: 12000}\n",
        ),
    ),
    Code(
        "too-dear",
        "warning",
        Both("Biayanya di atas yang mau dibayar", "It costs more than anybody pays"),
        Both(
            "Biaya bahan satu buah (HPP bahan), dengan mutu dan pemasok termurah, lebih tinggi"
            " daripada harga yang masih dibayar satu dari dua puluh orang di kelompok yang paling"
            " suka. Harga itu: harga acuan kali (selera + nilai mutu - `tidak_jadi_beli` + 2944),"
            " dibagi (bobot harga kali kepekaan harga). Periksa resep, hasil adonan dan harga"
            " bahan.",
            "The ingredients of one unit (its HPP), in the cheapest grade from the cheapest"
            " suppliers, cost more than one in twenty of the group that likes it most would pay."
            " That price is: reference price times (taste + quality - `stay_home` + 2944), divided"
            " by (price weight times price sensitivity). Look at the recipe, the batch and the"
            " prices of the ingredients.",
        ),
        Both(
            "produk:\n  uduk:\n    resep: {beras: 1250, kelapa: 20}\n",
            "products:\n  uduk:\n    recipe: {beras: 1250, kelapa: 20}\n",
        ),
        Both(
            "produk:\n  uduk:\n    resep: {beras: 1250, kelapa: 2}\n",
            "products:\n  uduk:\n    recipe: {beras: 1250, kelapa: 2}\n",
        ),
    ),
    Code(
        "sold-at-loss",
        "warning",
        Both("Makin laku makin rugi", "Every sale loses money"),
        Both(
            "Biaya bahan satu buah (HPP bahan), dengan mutu dan pemasok termurah, tidak kurang dari"
            " harga acuannya. Naikkan harga acuan, atau periksa resep dan hasil adonan.",
            "The ingredients of one unit (its HPP), in the cheapest grade from the cheapest"
            " suppliers, cost at least its reference price. Raise that price, or look at the recipe"
            " and the batch.",
        ),
        Both(
            "produk:\n  uduk:\n    resep: {beras: 1250, kelapa: 9}\n",
            "products:\n  uduk:\n    recipe: {beras: 1250, kelapa: 9}\n",
        ),
        Both(
            "produk:\n  uduk:\n    resep: {beras: 1250, kelapa: 2}\n",
            "products:\n  uduk:\n    recipe: {beras: 1250, kelapa: 2}\n",
        ),
    ),
    Code(
        "always-spoiled",
        "warning",
        Both("Selalu basi sebelum dipakai", "Always spoiled before it is used"),
        Both(
            "Adonan pertama sudah basi waktu lapak buka, atau bahan belanja bersama basi sebelum"
            " dapur bekerja lagi. Daya tahan dihitung sejak jadi (`kerja_menit` + `tunggu_menit`"
            " sesudah `dapur_mulai`) atau sejak diantar.",
            "The first batch has spoiled when the stall opens, or goods of the joint purchase spoil"
            " before a kitchen works again. A product keeps from when it is ready (`work_minutes` +"
            " `rest_minutes` after `kitchen_opens`), an ingredient from its delivery.",
        ),
        Both(
            "produk:\n  uduk:\n    tahan_jam: 2\n",
            "products:\n  uduk:\n    shelf_life_hours: 2\n",
        ),
        Both(
            "produk:\n  uduk:\n    tahan_jam: 7\n",
            "products:\n  uduk:\n    shelf_life_hours: 7\n",
        ),
    ),
    Code(
        "dead-start",
        "warning",
        Both("Kas awal tidak cukup untuk mulai", "Too little cash to begin"),
        Both(
            "Kas awal, ditambah pinjaman yang cair hari Senin, kurang dari yang harus dibayar hari"
            " Senin (sewa, biaya lain, promosi, alat, program, simpanan) dan bahan untuk satu hari"
            " menurut lembar mulai, di luar stok. Tim ini sudah macet sebelum sempat memutuskan.",
            "The first cash, with loans paid out on Monday, is less than what is due on Monday"
            " (rent, overhead, promotion, equipment, programmes, savings) and the ingredients of"
            " one day by the start sheet, beyond the stock. Such a team is stuck before it has"
            " decided anything.",
        ),
        Both("tim:\n  melati:\n    sewa: 1200000\n", "teams:\n  melati:\n    rent: 1200000\n"),
        Both("tim:\n  melati:\n    sewa: 120000\n", "teams:\n  melati:\n    rent: 120000\n"),
    ),
)

ADVICE: tuple[Code, ...] = (*GOODS, *DEALINGS)
"""All warnings."""
