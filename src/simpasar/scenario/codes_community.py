"""Codes of lenders, programmes, buyers and a cooperative that make no game."""

from __future__ import annotations

from simpasar.scenario.codes_form import Both, Code

DEALINGS: tuple[Code, ...] = (
    Code(
        "after-the-end",
        "error",
        Both("Sesudah minggu terakhir", "After the last week"),
        Both(
            "Minggu ini tidak pernah datang, karena permainan sudah selesai. Tambah `minggu`"
            " skenario, atau pilih minggu yang lebih awal.",
            "This week never comes, for the game is over. Give the scenario more `weeks`, or"
            " choose an earlier one.",
        ),
        Both(
            "arisan: {iuran: 20000, minggu_pertama: 9}\n",
            "arisan: {contribution: 20000, first_week: 9}\n",
        ),
        Both(
            "arisan: {iuran: 20000, minggu_pertama: 1}\n",
            "arisan: {contribution: 20000, first_week: 1}\n",
        ),
    ),
    Code(
        "no-market-day",
        "error",
        Both("Bukan hari pasar", "No market day"),
        Both(
            "Skenario ini punya lebih sedikit hari pasar dalam seminggu (`hari_pasar`). Pilih"
            " hari yang lebih awal; 1 adalah Senin.",
            "This scenario has fewer market days a week (`days`). Choose an earlier day; 1 is"
            " Monday.",
        ),
        Both(
            "hari_pasar: 6\npesanan_besar:\n  arisan_rt:\n    hari_serah: 7\n",
            "days: 6\ncontracts:\n  arisan_rt:\n    due_day: 7\n",
        ),
        Both(
            "hari_pasar: 6\npesanan_besar:\n  arisan_rt:\n    hari_serah: 5\n",
            "days: 6\ncontracts:\n  arisan_rt:\n    due_day: 5\n",
        ),
    ),
    Code(
        "too-late",
        "error",
        Both("Terlambat untuk diterima", "Too late to accept"),
        Both(
            "Pesanan ini masih bisa diterima sesudah minggu penyerahannya. Hapus minggu itu,"
            " atau undur penyerahannya.",
            "This order could still be accepted after the week in which it is due. Leave that"
            " week out, or let it be due later.",
        ),
        Both(
            "pesanan_besar:\n  arisan_rt:\n    minggu: [1, 3]\n",
            "contracts:\n  arisan_rt:\n    weeks: [1, 3]\n",
        ),
        Both(
            "pesanan_besar:\n  arisan_rt:\n    minggu: [1, 2]\n",
            "contracts:\n  arisan_rt:\n    weeks: [1, 2]\n",
        ),
    ),
    Code(
        "to-order",
        "error",
        Both("Dibuat waktu dipesan", "Made at the sale"),
        Both(
            "Produk yang dibuat waktu pembeli datang tidak bisa disimpan untuk pesanan besar."
            " Pilih produk yang dibuat per adonan.",
            "A product that is made when the buyer comes cannot be kept for a big order."
            " Choose one that is made in batches.",
        ),
        Both(
            "produk:\n  uduk:\n    cara_buat: sesuai_pesanan\n",
            "products:\n  uduk:\n    made: to_order\n",
        ),
        Both(
            "produk:\n  uduk:\n    cara_buat: per_adonan\n", "products:\n  uduk:\n    made: batch\n"
        ),
    ),
    Code(
        "nobody-makes",
        "error",
        Both("Tidak ada yang membuat", "Nobody makes it"),
        Both(
            "Pesanan ini meminta produk yang tidak dibuat tim mana pun. Beri salah satu tim"
            " produk itu, atau minta produk lain.",
            "This order asks for a product that no team makes. Give a team the product, or ask"
            " for another.",
        ),
        Both(
            "produk:\n"
            "  lontong:\n"
            "    nama: Lontong\n"
            "    untuk_kebutuhan: sarapan\n"
            "    satuan: buah\n"
            "    hasil_adonan: 1\n"
            "    resep: {beras: 90}\n"
            "    layani_detik: 9\n"
            "    harga_acuan: 3000\n"
            "    mutu: {biasa: {nama: Biasa}}\n"
            "pesanan_besar:\n"
            "  arisan_rt:\n"
            "    produk_pesanan: lontong\n",
            "products:\n"
            "  lontong:\n"
            "    name: Lontong\n"
            "    need: sarapan\n"
            "    unit: buah\n"
            "    batch: 1\n"
            "    recipe: {beras: 90}\n"
            "    serve_seconds: 9\n"
            "    reference_price: 3000\n"
            "    grades: {biasa: {name: Biasa}}\n"
            "contracts:\n"
            "  arisan_rt:\n"
            "    product: lontong\n",
        ),
        Both(
            "pesanan_besar:\n  arisan_rt:\n    produk_pesanan: uduk\n",
            "contracts:\n  arisan_rt:\n    product: uduk\n",
        ),
    ),
    Code(
        "circle",
        "error",
        Both("Saling menunggu", "They wait for each other"),
        Both(
            "Program-program ini saling mensyaratkan, jadi tidak ada yang bisa dimulai. Hapus"
            " salah satu syaratnya.",
            "These programmes require each other, so none can begin. Leave out one of the"
            " requirements.",
        ),
        Both(
            "program:\n  dapur_hemat:\n    syarat: {program: [dapur_hemat]}\n",
            "programmes:\n  dapur_hemat:\n    requires: {programmes: [dapur_hemat]}\n",
        ),
        Both(
            "program:\n  dapur_hemat:\n    syarat: {program: [nib]}\n",
            "programmes:\n  dapur_hemat:\n    requires: {programmes: [nib]}\n",
        ),
    ),
    Code(
        "loan-step",
        "error",
        Both("Kelipatan pinjaman", "Steps of a loan"),
        Both(
            "Antara pinjaman terkecil dan terbesar tidak ada kelipatan ini, jadi tidak ada"
            " jumlah yang bisa dipinjam. Pakai kelipatan yang lebih kecil.",
            "Between the smallest and the largest loan there is no multiple of this step, so"
            " nothing can be borrowed. Take a smaller step.",
        ),
        Both("pinjaman:\n  kur:\n    kelipatan: 7000000\n", "loans:\n  kur:\n    step: 7000000\n"),
        Both("pinjaman:\n  kur:\n    kelipatan: 100000\n", "loans:\n  kur:\n    step: 100000\n"),
    ),
    Code(
        "same-vote",
        "error",
        Both("Dua pemungutan suara yang sama", "Two ballots of the same kind"),
        Both(
            "Dalam satu minggu hanya boleh ada satu pemungutan suara dari jenis yang sama."
            " Pindahkan salah satunya ke minggu lain.",
            "In one week there can be one ballot of a kind only. Move one of them to another week.",
        ),
        Both(
            "koperasi:\n"
            "  pemungutan_suara:\n"
            "    margin_lagi:\n"
            "      jenis: margin\n"
            "      pada_minggu: 1\n"
            "      pertanyaan: Margin?\n"
            "      pilihan: {kecil: 10, besar: 50}\n",
            "cooperative:\n"
            "  ballots:\n"
            "    margin_lagi:\n"
            "      kind: margin\n"
            "      week: 1\n"
            "      question: Margin?\n"
            "      options: {kecil: 10, besar: 50}\n",
        ),
        Both(
            "koperasi:\n"
            "  pemungutan_suara:\n"
            "    margin_lagi:\n"
            "      jenis: margin\n"
            "      pada_minggu: 2\n"
            "      pertanyaan: Margin?\n"
            "      pilihan: {kecil: 10, besar: 50}\n",
            "cooperative:\n"
            "  ballots:\n"
            "    margin_lagi:\n"
            "      kind: margin\n"
            "      week: 2\n"
            "      question: Margin?\n"
            "      options: {kecil: 10, besar: 50}\n",
        ),
    ),
    Code(
        "unused",
        "error",
        Both("Tidak dipakai tim mana pun", "No team uses it"),
        Both(
            "Koperasi membeli bahan atau menyewakan alat yang tidak dipakai tim mana pun."
            " Hapus dari koperasi.",
            "The cooperative buys an ingredient or hires out a piece that no team uses. Leave"
            " it out of the cooperative.",
        ),
        Both(
            "peralatan:\n"
            "  oven: {nama: Oven, harga: 900000, umur_minggu: 156}\n"
            "koperasi:\n"
            "  peralatan:\n"
            "    oven: {jumlah_alat: 1}\n",
            "equipment:\n"
            "  oven: {name: Oven, price: 900000, life_weeks: 156}\n"
            "cooperative:\n"
            "  equipment:\n"
            "    oven: {count: 1}\n",
        ),
        Both(
            "koperasi:\n  peralatan:\n    kompor: {jumlah_alat: 1}\n",
            "cooperative:\n  equipment:\n    kompor: {count: 1}\n",
        ),
    ),
    Code(
        "nothing-to-decide",
        "error",
        Both("Tidak ada yang diputuskan", "Nothing to decide"),
        Both(
            "Keputusan ini dibuka, tetapi skenario tidak punya bagiannya: program, pesanan"
            " besar, pinjaman, atau koperasi. Tambahkan bagian itu, atau jangan buka"
            " keputusannya.",
            "This decision is unlocked, but the scenario has no part for it: programmes,"
            " contracts, loans or a cooperative. Add the part, or leave the decision out.",
        ),
        Both(
            "pesanan_besar: {}\ntim:\n  melati:\n    mulai:\n      pesanan_besar: []\n",
            "contracts: {}\nteams:\n  melati:\n    start:\n      contracts: []\n",
        ),
        Both(
            "aturan:\n"
            "  terbuka_minggu:\n"
            "    harga: 1\n"
            "    program: 1\n"
            "    pesanan_besar: 1\n"
            "    pinjaman: 1\n"
            "    koperasi: 1\n",
            "rules:\n"
            "  unlocked:\n"
            "    price: 1\n"
            "    programmes: 1\n"
            "    contracts: 1\n"
            "    finance: 1\n"
            "    cooperative: 1\n",
        ),
    ),
    Code(
        "no-option",
        "error",
        Both("Jawaban di luar pilihan", "An answer that is no option"),
        Both(
            "Jawaban yang benar ditulis sebagai nomor pilihan, dihitung dari 1. Nomor ini"
            " melebihi banyaknya pilihan.",
            "The right answer is the number of an option, counted from 1. This number is"
            " beyond the last option.",
        ),
        Both(
            "tes:\n"
            "  - pertanyaan: Berapa HPP satu porsi?\n"
            "    pilihan: [Rp 8.000, Rp 9.000]\n"
            "    jawaban: 3\n"
            "    ukuran: penetapan_harga\n",
            "test:\n"
            "  - question: What does one portion cost?\n"
            "    options: [Rp 8.000, Rp 9.000]\n"
            "    answer: 3\n"
            "    measure: pricing\n",
        ),
        Both(
            "tes:\n"
            "  - pertanyaan: Berapa HPP satu porsi?\n"
            "    pilihan: [Rp 8.000, Rp 9.000]\n"
            "    jawaban: 2\n"
            "    ukuran: penetapan_harga\n",
            "test:\n"
            "  - question: What does one portion cost?\n"
            "    options: [Rp 8.000, Rp 9.000]\n"
            "    answer: 2\n"
            "    measure: pricing\n",
        ),
    ),
    Code(
        "same-option",
        "error",
        Both("Pilihan yang sama dua kali", "The same option twice"),
        Both(
            "Dua pilihan berbunyi sama, jadi jawaban tidak bisa dinilai. Ganti salah satunya.",
            "Two options read the same, so an answer cannot be marked. Change one of them.",
        ),
        Both(
            "tes:\n"
            "  - pertanyaan: Berapa HPP satu porsi?\n"
            "    pilihan: [Rp 8.000, Rp 8.000]\n"
            "    jawaban: 2\n"
            "    ukuran: penetapan_harga\n",
            "test:\n"
            "  - question: What does one portion cost?\n"
            "    options: [Rp 8.000, Rp 8.000]\n"
            "    answer: 2\n"
            "    measure: pricing\n",
        ),
        Both(
            "tes:\n"
            "  - pertanyaan: Berapa HPP satu porsi?\n"
            "    pilihan: [Rp 8.000, Rp 9.000]\n"
            "    jawaban: 2\n"
            "    ukuran: penetapan_harga\n",
            "test:\n"
            "  - question: What does one portion cost?\n"
            "    options: [Rp 8.000, Rp 9.000]\n"
            "    answer: 2\n"
            "    measure: pricing\n",
        ),
    ),
)
