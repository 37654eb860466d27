"""Codes of warnings about events, offers, the cooperative, lessons and texts."""

from __future__ import annotations

from simpasar.scenario.codes_form import Both, Code

_EVENT = Both(
    "peristiwa:\n  beras_mahal:\n    kapan: {{{}}}\n", "events:\n  beras_mahal:\n    when: {{{}}}\n"
)

DEALINGS: tuple[Code, ...] = (
    Code(
        "never-comes",
        "warning",
        Both("Peristiwa yang tidak pernah datang", "An event that never comes"),
        Both(
            "Tidak ada hari pasar yang memenuhi semua syarat peristiwa ini: tanggalnya di luar"
            " permainan, minggunya sesudah minggu terakhir, harinya bukan hari pasar, atau"
            " peluangnya 0. Ubah syaratnya, atau geser permainannya.",
            "No market day meets all conditions of this event: its dates lie outside the game, its"
            " weeks after the last one, its weekdays are no market days, or its chance is 0. Change"
            " a condition, or move the game.",
        ),
        Both(_EVENT.id.format("minggu: [9]"), _EVENT.en.format("weeks: [9]")),
        Both(_EVENT.id.format("minggu: [2]"), _EVENT.en.format("weeks: [2]")),
    ),
    Code(
        "no-effect",
        "warning",
        Both("Peristiwa tanpa akibat", "An event without effect"),
        Both(
            "Semua faktornya 1000, artinya tetap, atau kelompok yang disebut tidak keluar untuk"
            " kebutuhan yang disebut. 1300 artinya naik 30 persen, 700 turun 30 persen.",
            "All its factors are 1000, which means unchanged, or the groups it names do not go out"
            " for what it names. 1300 is 30 per cent more, 700 is 30 per cent less.",
        ),
        Both(
            "peristiwa:\n  beras_mahal:\n    faktor: {beras: 1000}\n",
            "events:\n  beras_mahal:\n    factors: {beras: 1000}\n",
        ),
        Both(
            "peristiwa:\n  beras_mahal:\n    faktor: {beras: 1300}\n",
            "events:\n  beras_mahal:\n    factors: {beras: 1300}\n",
        ),
    ),
    Code(
        "not-that-year",
        "warning",
        Both("Ramadan atau Lebaran di waktu yang salah", "A Ramadan or Lebaran of another year"),
        Both(
            "Id, nama atau kabarnya menyebut puasa, Ramadan, takjil, tarawih, Lebaran atau"
            " Idulfitri, tetapi kebanyakan harinya lebih dari dua minggu di luar masa itu. Ramadan"
            " maju kira-kira 11 hari setiap tahun; tanggal 2024 sampai 2035 diketahui dengan"
            " selisih sehari. Geser tanggalnya, atau ganti namanya.",
            "Its id, name or news speaks of the fast, Ramadan, takjil, tarawih, Lebaran or Eid, but"
            " most of its days lie more than two weeks outside that season. Ramadan comes about 11"
            " days earlier each year; the dates of 2024 to 2035 are known, give or take a day. Move"
            " it, or call it otherwise.",
        ),
        Both(
            "peristiwa:\n  beras_mahal:\n    nama: Beras naik karena Lebaran\n",
            "events:\n  beras_mahal:\n    name: Beras naik karena Lebaran\n",
        ),
        Both(
            "peristiwa:\n  beras_mahal:\n    nama: Beras mahal\n",
            "events:\n  beras_mahal:\n    name: Beras mahal\n",
        ),
    ),
    Code(
        "too-late-for",
        "warning",
        Both("Bazar sudah lewat", "The bazaar is over by then"),
        Both(
            "Program bazar ini paling cepat berlaku (minggu mendaftar + `selesai_minggu`) sesudah"
            " acaranya lewat. Biarkan tim mendaftar lebih awal, atau geser acaranya.",
            "This programme takes effect (week of entry + `lead_weeks`) at the earliest after the"
            " event that it is for. Let teams enter earlier, or move the event.",
        ),
        Both(
            "program:\n  bazar:\n    daya_tarik_lapak: {beras_mahal: 800}\n"
            "    minggu: [2]\n    selesai_minggu: 2\n",
            "programmes:\n  bazar:\n    booths: {beras_mahal: 800}\n"
            "    weeks: [2]\n    lead_weeks: 2\n",
        ),
        Both(
            "program:\n  bazar:\n    daya_tarik_lapak: {gajian: 800}\n"
            "    minggu: [2]\n    selesai_minggu: 2\n",
            "programmes:\n  bazar:\n    booths: {gajian: 800}\n    weeks: [2]\n    lead_weeks: 2\n",
        ),
    ),
    Code(
        "unpayable",
        "warning",
        Both("Pinjaman yang tidak mungkin dilunasi", "A loan no stall can repay"),
        Both(
            "Angsuran seminggu dari pinjaman terkecil lebih besar daripada sisa uang lapak terbaik"
            " yang menjual semua adonan di lembar mulai: penjualan dikurangi bahan, sewa, biaya"
            " lain dan upah. Kecilkan pinjamannya, atau perbanyak angsurannya.",
            "A week's instalments of the smallest loan are more than the best stall keeps when it"
            " sells every batch of its start sheet: sales less ingredients, rent, overhead and"
            " wages. Make the loan smaller, or the instalments more.",
        ),
        Both(
            "pinjaman:\n  kur:\n    paling_kecil: 90000000\n    paling_besar: 90000000\n",
            "loans:\n  kur:\n    smallest: 90000000\n    largest: 90000000\n",
        ),
        Both(
            "pinjaman:\n  kur:\n    paling_kecil: 900000\n    paling_besar: 9000000\n",
            "loans:\n  kur:\n    smallest: 900000\n    largest: 9000000\n",
        ),
    ),
    Code(
        "never-met",
        "warning",
        Both("Syarat yang tidak mungkin dipenuhi", "Conditions that nobody can meet"),
        Both(
            "Tidak ada minggu di mana tim bisa memenuhi syaratnya: program yang diminta baru"
            " selesai sesudah pendaftaran tutup, menabungnya lebih lama daripada permainan, atau"
            " hasilnya baru datang sesudah minggu terakhir. Hitung dari minggu keputusan itu"
            " dibuka.",
            "There is no week in which a team could meet the conditions: a programme that is asked"
            " for is finished after the last week of entry, the saving takes longer than the game,"
            " or it takes effect after the last week. Count from the week in which such decisions"
            " are unlocked.",
        ),
        Both(
            "program:\n"
            "  hibah: {nama: Hibah, oleh: bank, jenis: hibah, keterangan: Untuk alat.,\n"
            "    hibah: 500000, selesai_minggu: 4}\n",
            "programmes:\n"
            "  hibah: {name: Hibah, by: bank, kind: grant, description: Untuk alat.,\n"
            "    grant: 500000, lead_weeks: 4}\n",
        ),
        Both(
            "program:\n"
            "  hibah: {nama: Hibah, oleh: bank, jenis: hibah, keterangan: Untuk alat.,\n"
            "    hibah: 500000, selesai_minggu: 1}\n",
            "programmes:\n"
            "  hibah: {name: Hibah, by: bank, kind: grant, description: Untuk alat.,\n"
            "    grant: 500000, lead_weeks: 1}\n",
        ),
    ),
    Code(
        "too-few-members",
        "warning",
        Both(
            "Butuh anggota lebih banyak daripada tim", "It takes more members than there are teams"
        ),
        Both(
            "Harga grosir ini baru tercapai kalau semua tim belanja lebih dari dua kali kebutuhan"
            " seminggu di lembar mulai; atau `separuh` promosi bersama lebih besar daripada kas"
            " awal semua tim; atau simpanan pokok lebih besar daripada kas tim terkaya.",
            "This price is reached only where all teams together buy more than twice what their"
            " start sheets take in a week; or the joint promotion's `half` is more than the first"
            " cash of all teams; or to join costs more than the richest team has.",
        ),
        Both(
            "koperasi:\n"
            "  promosi: {untuk_kebutuhan: sarapan, tambah_ramai: 300, separuh: 2000000}\n",
            "cooperative:\n  promotion: {need: sarapan, lift: 300, half: 2000000}\n",
        ),
        Both(
            "koperasi:\n"
            "  promosi: {untuk_kebutuhan: sarapan, tambah_ramai: 300, separuh: 200000}\n",
            "cooperative:\n  promotion: {need: sarapan, lift: 300, half: 200000}\n",
        ),
    ),
    Code(
        "idle-decision",
        "warning",
        Both("Keputusan yang tidak ada pilihannya", "A decision with nothing to choose"),
        Both(
            "Keputusan ini dibuka, tetapi tidak ada yang bisa dipilih: satu mutu saja, tidak ada"
            " alat yang dibutuhkan, pembantu paling banyak 0, tidak ada rumah tangga, atau lapak"
            " sudah buka selama yang boleh. Hapus dari `terbuka_minggu`, atau tambahkan pilihan.",
            "This decision is unlocked, but there is nothing to choose: one grade only, no"
            " equipment needed, at most 0 helpers, no household, or stalls open as long as they"
            " may. Leave it out of `unlocked`, or add something to choose.",
        ),
        Both(
            "aturan:\n"
            "  terbuka_minggu: {pembantu: 2, harga: 1, produksi: 1, bahan: 2, mutu: 2,\n"
            "    program: 1, pesanan_besar: 1, pinjaman: 1, koperasi: 1, rumah_tangga: 3}\n"
            "  pembantu_paling_banyak: 0\ntim:\n  melati:\n    mulai:\n      pembantu: 0\n",
            "rules:\n"
            "  unlocked: {staff: 2, price: 1, production: 1, ingredients: 2, quality: 2,\n"
            "    programmes: 1, contracts: 1, finance: 1, cooperative: 1, household: 3}\n"
            "  max_helpers: 0\n"
            "teams:\n  melati:\n    start:\n      helpers: 0\n",
        ),
        Both(
            "aturan:\n"
            "  terbuka_minggu: {pembantu: 2, harga: 1, produksi: 1, bahan: 2, mutu: 2,\n"
            "    program: 1, pesanan_besar: 1, pinjaman: 1, koperasi: 1, rumah_tangga: 3}\n"
            "  pembantu_paling_banyak: 2\n",
            "rules:\n"
            "  unlocked: {staff: 2, price: 1, production: 1, ingredients: 2, quality: 2,\n"
            "    programmes: 1, contracts: 1, finance: 1, cooperative: 1, household: 3}\n"
            "  max_helpers: 2\n",
        ),
    ),
    Code(
        "closed-decision",
        "warning",
        Both("Ada pilihan yang tidak pernah dibuka", "A choice that is never unlocked"),
        Both(
            "Skenario punya mutu, program, pesanan besar, pinjaman, koperasi atau arisan, tetapi"
            " keputusannya tidak ada di `terbuka_minggu`, jadi tim tidak pernah bisa memilihnya."
            " Buka di suatu minggu, atau hapus bagiannya.",
            "The scenario has grades, programmes, big orders, loans, a cooperative or an arisan,"
            " but the decision about them is not in `unlocked`, so no team can ever choose. Unlock"
            " it in some week, or leave the part out.",
        ),
        Both(
            "aturan:\n  terbuka_minggu: {harga: 1, produksi: 1, bahan: 2, program: 1,\n"
            "    pesanan_besar: 1, pinjaman: 1, koperasi: 1, rumah_tangga: 3}\n",
            "rules:\n  unlocked: {price: 1, production: 1, ingredients: 2, programmes: 1,\n"
            "    contracts: 1, finance: 1, cooperative: 1, household: 3}\n",
        ),
        Both(
            "aturan:\n"
            "  terbuka_minggu: {harga: 1, produksi: 1, bahan: 2, mutu: 2,\n"
            "    program: 1, pesanan_besar: 1, pinjaman: 1, koperasi: 1, rumah_tangga: 3}\n",
            "rules:\n"
            "  unlocked: {price: 1, production: 1, ingredients: 2, quality: 2,\n"
            "    programmes: 1, contracts: 1, finance: 1, cooperative: 1, household: 3}\n",
        ),
    ),
    Code(
        "no-measure",
        "warning",
        Both("Tujuan belajar tanpa ukuran", "An objective without a measure"),
        Both(
            "Tanpa ukuran tidak ada angka yang menunjukkan apakah tujuan ini tercapai, dan"
            " `balance` tidak bisa memeriksanya. Ukurannya: penetapan_harga (laba kotor), produksi"
            " (terbuang dan tidak terlayani), keuangan (bunga, denda, tunggakan), pemasaran"
            " (pembeli), kerja_sama (hasil belanja dan promosi bersama, SHU), rumah_tangga"
            " (kebutuhan yang tidak terpenuhi).",
            "Without a measure no figure tells whether this was learned, and `balance` cannot look"
            " at it. The measures: pricing (gross profit), production (thrown away and not served),"
            " money (interest, penalties, arrears), marketing (buyers), cooperation (what joint"
            " purchase, joint promotion and the surplus brought), household (needs not met).",
        ),
        Both("melatih: [Menentukan harga]\n", "teaches: [Menentukan harga]\n"),
        Both(
            "melatih: [{id: Menentukan harga, ukuran: penetapan_harga}]\n",
            "teaches: [{id: Menentukan harga, measure: pricing}]\n",
        ),
    ),
    Code(
        "idle-measure",
        "warning",
        Both("Ukuran yang tidak bisa berubah", "A measure that nothing moves"),
        Both(
            "Di skenario ini tidak ada yang memengaruhi ukuran itu: kerja_sama tanpa koperasi,"
            " rumah_tangga tanpa rumah tangga, penetapan_harga atau produksi tanpa keputusannya.",
            "Nothing in this scenario moves that measure: cooperation without a cooperative,"
            " household without a household, pricing or production without their decisions.",
        ),
        Both(
            "melatih: [{id: Tidak banyak sisa, ukuran: produksi}]\naturan:\n"
            "  terbuka_minggu: {harga: 1, bahan: 2, mutu: 2,\n"
            "    program: 1, pesanan_besar: 1, pinjaman: 1, koperasi: 1, rumah_tangga: 3}\n",
            "teaches: [{id: Tidak banyak sisa, measure: production}]\nrules:\n"
            "  unlocked: {price: 1, ingredients: 2, quality: 2,\n"
            "    programmes: 1, contracts: 1, finance: 1, cooperative: 1, household: 3}\n",
        ),
        Both(
            "melatih: [{id: Tidak banyak sisa, ukuran: produksi}]\naturan:\n"
            "  terbuka_minggu: {harga: 1, produksi: 1, bahan: 2, mutu: 2,\n"
            "    program: 1, pesanan_besar: 1, pinjaman: 1, koperasi: 1, rumah_tangga: 3}\n",
            "teaches: [{id: Tidak banyak sisa, measure: production}]\nrules:\n"
            "  unlocked: {price: 1, production: 1, ingredients: 2, quality: 2,\n"
            "    programmes: 1, contracts: 1, finance: 1, cooperative: 1, household: 3}\n",
        ),
    ),
    Code(
        "idle-question",
        "warning",
        Both("Contoh yang tidak pernah ada", "Evidence that there never is"),
        Both(
            "Di samping pertanyaan ini akan ditampilkan contoh dari permainan, tetapi skenario ini"
            " tidak punya bahannya: patungan tanpa belanja atau promosi bersama, pinjaman tanpa"
            " pinjaman, rumah_tangga tanpa rumah tangga.",
            "Beside this question something of the game is to be shown, but this scenario has"
            " nothing of the kind: pooling without joint purchase or promotion, finance without"
            " loans, household without a household.",
        ),
    ),
    Code(
        "one-language",
        "warning",
        Both("Teks dalam satu bahasa saja", "A text in one language only"),
        Both(
            "Kebanyakan teks di file ini ada dalam dua bahasa, tetapi yang ini hanya satu. Yang"
            " bermain dalam bahasa lain akan melihat teks ini apa adanya. Tulis"
            " `{id: ..., en: ...}`. Nama orang dan tempat boleh satu saja.",
            "Most texts of this file are in two languages, but this one is not. Who plays in the"
            " other language sees it as it is. Write `{id: ..., en: ...}`. Names of people and"
            " places may stay single.",
        ),
    ),
    Code(
        "languages-differ",
        "warning",
        Both("Dua bahasa, angka yang berbeda", "Two languages, different figures"),
        Both(
            "Sebuah angka, atau `{kata}` dalam kurung kurawal, ada di satu bahasa dan tidak ada di"
            " bahasa lain. 12.500 sama dengan 12,500, dan `3` sama dengan `tiga` atau `three`.",
            "A number, or a `{word}` in braces, stands in one language and not in the other. 12.500"
            " is the same as 12,500, and `3` the same as `tiga` or `three`.",
        ),
        Both(
            "judul: {id: Lapak 24 jam, en: A stall of 12 hours}\n",
            "title: {id: Lapak 24 jam, en: A stall of 12 hours}\n",
        ),
        Both(
            "judul: {id: Lapak 24 jam, en: A stall of 24 hours}\n",
            "title: {id: Lapak 24 jam, en: A stall of 24 hours}\n",
        ),
    ),
)
