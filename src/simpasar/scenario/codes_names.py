"""Codes of names that lead nowhere, and of a market that could not be played."""

from __future__ import annotations

from simpasar.scenario.codes_form import Both, Code

NAMES: tuple[Code, ...] = (
    Code(
        "unknown-name",
        "error",
        Both("Nama yang tidak ada", "A name that does not exist"),
        Both(
            "Id ini dipakai di sini, tetapi tidak ada di bagian yang seharusnya. Periksa"
            " ejaannya, atau tambahkan bagiannya.",
            "This id is used here, but does not exist where it should. Look at the spelling,"
            " or add the part.",
        ),
        Both(
            "tim:\n  melati:\n    stok: {beraas: 5000}\n",
            "teams:\n  melati:\n    stock: {beraas: 5000}\n",
        ),
        Both(
            "tim:\n  melati:\n    stok: {beras: 5000}\n",
            "teams:\n  melati:\n    stock: {beras: 5000}\n",
        ),
    ),
    Code(
        "dates",
        "error",
        Both("Berakhir sebelum dimulai", "It ends before it begins"),
        Both(
            "Tanggal `sampai` lebih awal daripada tanggal `dari`. Mungkin keduanya tertukar.",
            "The date `last` is before the date `first`. Perhaps they are exchanged.",
        ),
        Both(
            "peristiwa:\n  beras_mahal:\n    kapan: {dari: 2027-01-17, sampai: 2027-01-11}\n",
            "events:\n  beras_mahal:\n    when: {first: 2027-01-17, last: 2027-01-11}\n",
        ),
        Both(
            "peristiwa:\n  beras_mahal:\n    kapan: {dari: 2027-01-11, sampai: 2027-01-17}\n",
            "events:\n  beras_mahal:\n    when: {first: 2027-01-11, last: 2027-01-17}\n",
        ),
    ),
    Code(
        "never-unlocked",
        "error",
        Both("Terbuka setelah permainan selesai", "Unlocked after the end"),
        Both(
            "Keputusan ini baru terbuka setelah minggu terakhir, jadi tidak pernah bisa dipakai.",
            "This decision is unlocked after the last week, so it can never be used.",
        ),
        Both(
            "aturan:\n"
            "  terbuka_minggu:\n"
            "    harga: 9\n"
            "    program: 1\n"
            "    pesanan_besar: 1\n"
            "    pinjaman: 1\n"
            "    koperasi: 1\n",
            "rules:\n"
            "  unlocked:\n"
            "    price: 9\n"
            "    programmes: 1\n"
            "    contracts: 1\n"
            "    finance: 1\n"
            "    cooperative: 1\n",
        ),
        Both(
            "aturan:\n"
            "  terbuka_minggu:\n"
            "    harga: 2\n"
            "    program: 1\n"
            "    pesanan_besar: 1\n"
            "    pinjaman: 1\n"
            "    koperasi: 1\n",
            "rules:\n"
            "  unlocked:\n"
            "    price: 2\n"
            "    programmes: 1\n"
            "    contracts: 1\n"
            "    finance: 1\n"
            "    cooperative: 1\n",
        ),
    ),
    Code(
        "unserved",
        "error",
        Both("Kebutuhan tanpa penjual", "A need that nobody serves"),
        Both(
            "Warga keluar untuk kebutuhan ini, tetapi tidak ada tim yang menjual apa pun"
            " untuknya. Beri salah satu tim sebuah produk untuknya, atau hapus kebutuhannya.",
            "Residents have this need, but no team sells anything for it. Give a team a"
            " product for it, or leave the need out.",
        ),
        Both("kebutuhan:\n  camilan: {nama: Camilan}\n", "needs:\n  camilan: {name: Camilan}\n"),
        Both(
            "kebutuhan:\n  sarapan: {nama: Makan pagi}\n", "needs:\n  sarapan: {name: Breakfast}\n"
        ),
    ),
    Code(
        "no-weather",
        "error",
        Both("Bulan tanpa cuaca", "A month without weather"),
        Both(
            "Di bulan ini tidak ada jenis cuaca yang berbobot di atas 0. Beri paling tidak"
            " satu jenis bobot untuk bulan itu.",
            "In this month no kind of weather has a weight above 0. Give at least one kind a"
            " weight in that month.",
        ),
        Both(
            "cuaca:\n  cerah: {nama: Cerah, bobot: 0}\n  hujan: {nama: Hujan, bobot: 0}\n",
            "weather:\n  cerah: {name: Cerah, weight: 0}\n  hujan: {name: Hujan, weight: 0}\n",
        ),
        Both(
            "cuaca:\n  cerah: {nama: Cerah, bobot: 7}\n  hujan: {nama: Hujan, bobot: 0}\n",
            "weather:\n  cerah: {name: Cerah, weight: 7}\n  hujan: {name: Hujan, weight: 0}\n",
        ),
    ),
    Code(
        "residents",
        "error",
        Both("Jumlah warga", "Number of residents"),
        Both(
            "Seluruh warga bersama-sama paling sedikit 1 dan paling banyak 100.000. Lebih dari"
            " itu, satu minggu permainan akan terlalu lama.",
            "All residents together are at least 1 and at most 100,000. With more, a week of"
            " the game would take too long.",
        ),
        Both(
            "kelompok_warga:\n  ibu:\n    jumlah_warga: {klender: 0}\n",
            "segments:\n  ibu:\n    residents: {klender: 0}\n",
        ),
        Both(
            "kelompok_warga:\n  ibu:\n    jumlah_warga: {klender: 120}\n",
            "segments:\n  ibu:\n    residents: {klender: 120}\n",
        ),
    ),
    Code(
        "teams",
        "error",
        Both("Terlalu banyak tim", "Too many teams"),
        Both(
            "Sebuah permainan paling banyak punya 30 tim. Gabungkan peserta dalam tim yang"
            " lebih besar.",
            "A game has at most 30 teams. Put participants together in larger teams.",
        ),
    ),
    Code(
        "no-equipment",
        "error",
        Both("Alatnya tidak ada", "The equipment is not there"),
        Both(
            "Produk ini memerlukan alat yang tidak dimiliki tim dan tidak disewakan koperasi."
            " Tambahkan di `peralatan` tim, atau hapus produknya dari tim.",
            "This product needs a piece that the team does not own and the cooperative does"
            " not hire out. Add it to the team's `equipment`, or take the product from the"
            " team.",
        ),
        Both(
            "peralatan:\n"
            "  oven: {nama: Oven, harga: 900000, umur_minggu: 156}\n"
            "produk:\n"
            "  uduk:\n"
            "    peralatan: oven\n",
            "equipment:\n"
            "  oven: {name: Oven, price: 900000, life_weeks: 156}\n"
            "products:\n"
            "  uduk:\n"
            "    equipment: oven\n",
        ),
        Both(
            "produk:\n  uduk:\n    peralatan: kompor\n",
            "products:\n  uduk:\n    equipment: kompor\n",
        ),
    ),
    Code(
        "no-hands",
        "error",
        Both("Tenaganya kurang", "Too few hands"),
        Both(
            "Membuat produk ini perlu lebih banyak orang daripada yang bisa dimiliki tim,"
            " pembantu termasuk. Kurangi `tenaga` produk, atau tambah `tenaga` tim.",
            "Making this product takes more people than the team can have, helpers included."
            " Lower the product's `hands`, or raise the team's.",
        ),
        Both("produk:\n  uduk:\n    tenaga: 9\n", "products:\n  uduk:\n    hands: 9\n"),
        Both("produk:\n  uduk:\n    tenaga: 2\n", "products:\n  uduk:\n    hands: 2\n"),
    ),
    Code(
        "no-supplier",
        "error",
        Both("Stok tanpa pemasok", "Stock without a supplier"),
        Both(
            "Stok awal dinilai dengan harga pemasok di lembar mulai. Bahan ini tidak dipakai"
            " produk tim, jadi tidak punya pemasok di sana. Hapus dari stok.",
            "The first stock is valued at the price of the supplier in the start sheet. This"
            " ingredient goes into none of the team's products, so it has no supplier there."
            " Leave it out of the stock.",
        ),
        Both(
            "bahan:\n"
            "  gula: {nama: Gula, satuan: g, tahan_hari: 365}\n"
            "tim:\n"
            "  melati:\n"
            "    stok: {gula: 500}\n",
            "ingredients:\n"
            "  gula: {name: Gula, unit: g, shelf_life_days: 365}\n"
            "teams:\n"
            "  melati:\n"
            "    stock: {gula: 500}\n",
        ),
        Both(
            "tim:\n  melati:\n    stok: {beras: 500}\n",
            "teams:\n  melati:\n    stock: {beras: 500}\n",
        ),
    ),
)
