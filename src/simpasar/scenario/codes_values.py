"""Codes of single values that are not of the kind that is wanted."""

from __future__ import annotations

from simpasar.scenario.codes_form import Both, Code

VALUES: tuple[Code, ...] = (
    Code(
        "number",
        "error",
        Both("Bukan angka bulat", "No whole number"),
        Both(
            "Di sini tempatnya angka bulat, tanpa titik, koma, satuan, `Rp`, atau tanda kutip."
            " Uang ditulis dalam rupiah (12500), bahan dalam gram atau mililiter, bagian dalam"
            " per seribu (70 persen adalah 700).",
            "A whole number stands here, without dots, commas, units, `Rp` or quotes. Money is"
            " written in rupiah (12500), goods in grams or millilitres, shares per mille (70"
            " percent is 700).",
        ),
        Both(
            "tim:\n  melati:\n    kas: Rp 1.000.000\n",
            "teams:\n  melati:\n    cash: Rp 1.000.000\n",
        ),
        Both("tim:\n  melati:\n    kas: 1000000\n", "teams:\n  melati:\n    cash: 1000000\n"),
    ),
    Code(
        "range",
        "error",
        Both("Angka di luar batas", "A number out of bounds"),
        Both(
            "Angka ini terlalu kecil atau terlalu besar untuk kata kuncinya. Pesannya menyebut"
            " batasnya. Sering satuannya keliru: bagian dihitung per seribu, bahan dalam gram.",
            "This number is too small or too large for its key. The message gives the bound."
            " Often the unit is wrong: shares are per mille, goods in grams.",
        ),
        Both("tim:\n  melati:\n    dikenal: 6000\n", "teams:\n  melati:\n    awareness: 6000\n"),
        Both("tim:\n  melati:\n    dikenal: 600\n", "teams:\n  melati:\n    awareness: 600\n"),
    ),
    Code(
        "text",
        "error",
        Both("Bukan teks", "No text"),
        Both(
            "Di sini tempatnya teks. Angka, `true`, atau `false` yang memang teks harus diapit"
            " tanda kutip.",
            "A text stands here. A number, `true` or `false` that is meant as a text goes in"
            " quotes.",
        ),
        Both("judul: 2027\n", "title: 2027\n"),
        Both('judul: "2027"\n', 'title: "2027"\n'),
    ),
    Code(
        "empty-text",
        "error",
        Both("Teks kosong", "An empty text"),
        Both(
            "Di sini harus ada teks yang dibaca orang, paling tidak dalam satu bahasa.",
            "There must be a text here for people to read, in one language at least.",
        ),
        Both('judul: ""\n', 'title: ""\n'),
        Both("judul: Pasar pagi\n", "title: Morning market\n"),
    ),
    Code(
        "too-long",
        "error",
        Both("Terlalu panjang", "Too long"),
        Both(
            "Id paling panjang 40 huruf dan nama skenario 60: keduanya muncul di tabel yang"
            " sempit. Pendekkan; nama lengkapnya ditulis di `nama` atau `judul`.",
            "An id has at most 40 characters and the name of a scenario 60: they stand in"
            " narrow tables. Shorten it; the full name is for `name` or `title`.",
        ),
        Both(
            "nama: lapak-lapak-lapak-lapak-lapak-lapak-lapak-lapak-lapak-lapak-lapak-1\n",
            "name: lapak-lapak-lapak-lapak-lapak-lapak-lapak-lapak-lapak-lapak-lapak-1\n",
        ),
        Both("nama: lapak-1\n", "name: lapak-1\n"),
    ),
    Code(
        "name",
        "error",
        Both("Nama skenario", "The name of a scenario"),
        Both(
            "Nama skenario dipakai untuk nama berkas: hanya huruf kecil, angka, dan `-`. Judul"
            " yang dibaca peserta ditulis di `judul`.",
            "The name of a scenario becomes the name of a file: small letters, digits and `-`"
            " only. What the class reads is the `title`.",
        ),
        Both("nama: Pasar Pagi\n", "name: Pasar Pagi\n"),
        Both("nama: pasar-pagi\n", "name: pasar-pagi\n"),
    ),
    Code(
        "id",
        "error",
        Both("Bukan id", "No id"),
        Both(
            "Id adalah nama pendek yang dipakai di bagian lain: huruf kecil, angka, dan `_`,"
            " diawali huruf. Nama yang dibaca peserta ditulis di `nama`.",
            "An id is the short name by which other parts speak of it: small letters, digits"
            " and `_`, a letter first. What the class reads is the `name`.",
        ),
        Both(
            "kebutuhan:\n  Camilan Sore: {nama: Camilan sore}\n",
            "needs:\n  Afternoon Snack: {name: Camilan sore}\n",
        ),
        Both(
            "kebutuhan:\n  sarapan: {nama: Sarapan pagi}\n",
            "needs:\n  sarapan: {name: Sarapan pagi}\n",
        ),
    ),
    Code(
        "date",
        "error",
        Both("Bukan tanggal", "No date"),
        Both(
            "Tanggal ditulis tahun-bulan-hari dengan angka: 2027-01-04 adalah 4 Januari 2027.",
            "A date is written year-month-day in digits: 2027-01-04 is 4 January 2027.",
        ),
        Both("mulai: 4/1/2027\n", "start: 4/1/2027\n"),
        Both("mulai: 2027-01-04\n", "start: 2027-01-04\n"),
    ),
    Code(
        "monday",
        "error",
        Both("Bukan hari Senin", "No Monday"),
        Both(
            "Permainan dimulai hari Senin, karena setiap ronde adalah satu minggu dari Senin"
            " sampai Minggu.",
            "A game begins on a Monday, for each round is a week from Monday to Sunday.",
        ),
        Both("mulai: 2027-01-05\n", "start: 2027-01-05\n"),
        Both("mulai: 2027-01-04\n", "start: 2027-01-04\n"),
    ),
    Code(
        "yes-no",
        "error",
        Both("Ya atau tidak", "Yes or no"),
        Both(
            "Ya dan tidak ditulis `true` dan `false`, tanpa tanda kutip.",
            "Yes and no are written `true` and `false`, without quotes.",
        ),
        Both(
            "pemasok:\n  pasar:\n    warga_setempat: ya\n", "suppliers:\n  pasar:\n    local: yes\n"
        ),
        Both(
            "pemasok:\n  pasar:\n    warga_setempat: true\n",
            "suppliers:\n  pasar:\n    local: true\n",
        ),
    ),
    Code(
        "clock",
        "error",
        Both("Bukan jam", "No time of day"),
        Both(
            "Jam ditulis dengan titik dua dan dua angka menit: 06:30. Paling malam 24:00.",
            "A time of day is written with a colon and two digits of minutes: 06:30. The last"
            " is 24:00.",
        ),
        Both(
            "tim:\n  melati:\n    dapur_mulai: 3.30\n",
            "teams:\n  melati:\n    kitchen_opens: 3.30\n",
        ),
        Both(
            "tim:\n  melati:\n    dapur_mulai: 03:30\n",
            "teams:\n  melati:\n    kitchen_opens: 03:30\n",
        ),
    ),
    Code(
        "whole-hour",
        "error",
        Both("Bukan jam bulat", "No whole hour"),
        Both(
            "Bobot warga yang keluar dihitung per jam penuh: 06:00, 07:00, sampai 23:00.",
            "How many residents go out is given for whole hours: 06:00, 07:00, up to 23:00.",
        ),
        Both(
            "kelompok_warga:\n"
            "  ibu:\n"
            "    kebutuhan:\n"
            "      sarapan:\n"
            "        hari_kerja: 300\n"
            "        akhir_pekan: 400\n"
            "        tidak_jadi_beli: -600\n"
            "        jam: {06:30: 3}\n",
            "segments:\n"
            "  ibu:\n"
            "    needs:\n"
            "      sarapan:\n"
            "        weekday: 300\n"
            "        weekend: 400\n"
            "        stay_home: -600\n"
            "        hours: {06:30: 3}\n",
        ),
        Both(
            "kelompok_warga:\n"
            "  ibu:\n"
            "    kebutuhan:\n"
            "      sarapan:\n"
            "        hari_kerja: 300\n"
            "        akhir_pekan: 400\n"
            "        tidak_jadi_beli: -600\n"
            "        jam: {06:00: 3}\n",
            "segments:\n"
            "  ibu:\n"
            "    needs:\n"
            "      sarapan:\n"
            "        weekday: 300\n"
            "        weekend: 400\n"
            "        stay_home: -600\n"
            "        hours: {06:00: 3}\n",
        ),
    ),
    Code(
        "no-hours",
        "error",
        Both("Tidak ada jam keluar", "No hour to go out"),
        Both(
            "Paling tidak satu jam harus punya bobot di atas 0, kalau tidak warga tidak pernah"
            " keluar.",
            "At least one hour needs a weight above 0, or residents never go out.",
        ),
        Both(
            "kelompok_warga:\n"
            "  ibu:\n"
            "    kebutuhan:\n"
            "      sarapan:\n"
            "        hari_kerja: 300\n"
            "        akhir_pekan: 400\n"
            "        tidak_jadi_beli: -600\n"
            "        jam: {06:00: 0}\n",
            "segments:\n"
            "  ibu:\n"
            "    needs:\n"
            "      sarapan:\n"
            "        weekday: 300\n"
            "        weekend: 400\n"
            "        stay_home: -600\n"
            "        hours: {06:00: 0}\n",
        ),
        Both(
            "kelompok_warga:\n"
            "  ibu:\n"
            "    kebutuhan:\n"
            "      sarapan:\n"
            "        hari_kerja: 300\n"
            "        akhir_pekan: 400\n"
            "        tidak_jadi_beli: -600\n"
            "        jam: {06:00: 3}\n",
            "segments:\n"
            "  ibu:\n"
            "    needs:\n"
            "      sarapan:\n"
            "        weekday: 300\n"
            "        weekend: 400\n"
            "        stay_home: -600\n"
            "        hours: {06:00: 3}\n",
        ),
    ),
    Code(
        "portions",
        "error",
        Both("Jumlah yang dibeli", "How many are bought"),
        Both(
            "Tulis berapa satuan yang diambil pembeli, dari 1 sampai 100, masing-masing dengan"
            " bobotnya; paling tidak satu bobot di atas 0. `{1: 8, 2: 2}` berarti delapan dari"
            " sepuluh pembeli mengambil satu.",
            "Write how many units a buyer takes, from 1 to 100, each with its weight; at least"
            " one above 0. `{1: 8, 2: 2}` means that eight of ten buyers take one.",
        ),
        Both(
            "produk:\n  uduk:\n    jumlah_beli: {0: 8, 1: 2}\n",
            "products:\n  uduk:\n    portions: {0: 8, 1: 2}\n",
        ),
        Both(
            "produk:\n  uduk:\n    jumlah_beli: {1: 8, 2: 2}\n",
            "products:\n  uduk:\n    portions: {1: 8, 2: 2}\n",
        ),
    ),
)
