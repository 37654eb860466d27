"""Codes of text that is no YAML, or YAML that no scenario uses."""

from __future__ import annotations

from simpasar.scenario.codes_form import Both, Code

TEXT: tuple[Code, ...] = (
    Code(
        "character",
        "error",
        Both("Huruf yang tidak boleh ada", "A character that must not be there"),
        Both(
            "Di sini ada tanda yang tidak kelihatan, biasanya terbawa waktu menyalin dari"
            " program lain. Hapus tanda itu, lalu ketik ulang kata di sekitarnya.",
            "An invisible character stands here, usually carried along when something was"
            " copied from another program. Delete it and type the words around it again.",
        ),
        Both("judul: Pasarpagi\n", "title: Pasarpagi\n"),
        Both("judul: Pasar pagi\n", "title: Pasar pagi\n"),
    ),
    Code(
        "tab",
        "error",
        Both("Tab di awal baris", "A tab at the start of a line"),
        Both(
            "YAML tidak mengenal tab untuk menjorokkan baris. Pakai spasi, dua untuk setiap"
            " tingkat. Banyak editor bisa mengganti semua tab sekaligus.",
            "YAML does not allow tabs for indentation. Use spaces, two for each level. Many"
            " editors can replace all tabs at once.",
        ),
        Both("kebutuhan:\n\tsarapan: {nama: Sarapan}\n", "needs:\n\tsarapan: {name: Sarapan}\n"),
        Both("kebutuhan:\n  sarapan: {nama: Sarapan}\n", "needs:\n  sarapan: {name: Sarapan}\n"),
    ),
    Code(
        "colon",
        "error",
        Both("Titik dua di dalam teks", "A colon inside a text"),
        Both(
            "Titik dua yang diikuti spasi memisahkan kata kunci dari isinya. Kalau titik dua"
            " itu bagian dari teks, apit seluruh teks dengan tanda kutip.",
            "A colon with a space after it parts a key from its value. Where the colon belongs"
            " to the text, put the whole text in quotes.",
        ),
        Both("judul: Pasar: pagi dan sore\n", "title: Market: morning and evening\n"),
        Both('judul: "Pasar: pagi dan sore"\n', 'title: "Market: morning and evening"\n'),
    ),
    Code(
        "colon-space",
        "error",
        Both("Spasi sesudah titik dua", "A space after the colon"),
        Both(
            "Sesudah titik dua harus ada spasi; tanpa spasi, kata kunci dan isinya dibaca"
            " sebagai satu kata.",
            "A space must follow the colon; without it the key and its value are read as one word.",
        ),
        Both("minggu:4\nhari_pasar: 7\n", "weeks:4\ndays: 7\n"),
        Both("minggu: 4\nhari_pasar: 7\n", "weeks: 4\ndays: 7\n"),
    ),
    Code(
        "no-colon",
        "error",
        Both("Titik dua kurang", "A colon is missing"),
        Both(
            "Setiap kata kunci diikuti titik dua. Di baris ini, atau tepat di atasnya, titik"
            " dua itu tidak ada.",
            "A colon follows every key. In this line, or just above it, there is none.",
        ),
        Both("minggu\nhari_pasar: 7\n", "weeks\ndays: 7\n"),
        Both("minggu: 4\nhari_pasar: 7\n", "weeks: 4\ndays: 7\n"),
    ),
    Code(
        "not-closed",
        "error",
        Both("Tidak ditutup", "Not closed"),
        Both(
            "Kurung `{` atau `[`, atau tanda kutip, yang dibuka di sini tidak pernah ditutup."
            " Tambahkan pasangannya.",
            "A bracket `{` or `[`, or a quote, that opens here is never closed. Add its"
            " counterpart.",
        ),
        Both('judul: "Pasar pagi\n', 'title: "Pasar pagi\n'),
        Both('judul: "Pasar pagi"\n', 'title: "Pasar pagi"\n'),
    ),
    Code(
        "yaml",
        "error",
        Both("Teks tidak bisa dibaca", "The text cannot be read"),
        Both(
            "Dari sini teksnya tidak bisa dibaca sebagai YAML. Biasanya jorokan barisnya tidak"
            " sama dengan baris di atasnya, atau ada kurung atau tanda kutip yang kurang. Lihat"
            " baris ini dan yang tepat di atasnya.",
            "From here on the text cannot be read as YAML. Mostly the line is indented"
            " otherwise than the one above it, or a bracket or a quote is missing. Look at this"
            " line and the one just above.",
        ),
        Both("judul: @pasar\n", "title: @pasar\n"),
        Both('judul: "@pasar"\n', 'title: "@pasar"\n'),
    ),
    Code(
        "too-deep",
        "error",
        Both("Terlalu bertingkat", "Nested too deeply"),
        Both(
            "Ada tingkat di dalam tingkat sampai empat puluh kali lebih. Skenario hanya"
            " memerlukan enam atau tujuh; mungkin ada kurung yang terlalu banyak.",
            "There are levels within levels, more than forty. A scenario needs six or seven;"
            " perhaps there are too many brackets.",
        ),
        Both("melatih: " + "[" * 41 + "]" * 41 + "\n", "teaches: " + "[" * 41 + "]" * 41 + "\n"),
        Both("melatih: [Menentukan harga]\n", "teaches: [Setting prices]\n"),
    ),
    Code(
        "documents",
        "error",
        Both("Dua skenario dalam satu berkas", "Two scenarios in one file"),
        Both(
            "Garis `---` memulai skenario kedua. Simpan setiap skenario dalam berkas sendiri.",
            "The line `---` begins a second scenario. Keep each scenario in a file of its own.",
        ),
        Both(
            "aturan:\n  terbuka_minggu: {harga: 1}\n---\nnama: kedua\n",
            "rules:\n  unlocked: {price: 1}\n---\nname: second\n",
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
        "alias",
        "error",
        Both("Rujukan dengan bintang", "A reference with an asterisk"),
        Both(
            "Nama dengan `*` di depannya berarti rujukan dalam YAML, dan skenario tidak"
            " memakainya. Tulis lengkap, atau apit dengan tanda kutip kalau bintang itu bagian"
            " dari teks.",
            "A name with `*` before it is a reference in YAML, which scenarios do not use."
            " Write it out, or put it in quotes if the asterisk belongs to the text.",
        ),
        Both("judul: *pasar\n", "title: *pasar\n"),
        Both('judul: "*pasar"\n', 'title: "*pasar"\n'),
    ),
    Code(
        "tag",
        "error",
        Both("Tanda seru di depan", "An exclamation mark in front"),
        Both(
            "Kata dengan `!` di depannya adalah tag dalam YAML, dan skenario tidak memakainya."
            " Hapus, atau apit dengan tanda kutip.",
            "A word with `!` before it is a tag in YAML, which scenarios do not use. Leave it"
            " out, or put the text in quotes.",
        ),
        Both("judul: !penting Pasar\n", "title: !important Market\n"),
        Both('judul: "!penting Pasar"\n', 'title: "!important Market"\n'),
    ),
    Code(
        "key",
        "error",
        Both("Kata kunci bukan satu kata", "A key that is no word"),
        Both(
            "Sebelum titik dua harus ada satu kata, bukan daftar atau tabel. Mungkin ada"
            " kurung yang salah tempat.",
            "One word must stand before a colon, not a list or a table. Perhaps a bracket is"
            " in the wrong place.",
        ),
        Both(
            "kebutuhan:\n  [sarapan]: {nama: Sarapan}\n", "needs:\n  [sarapan]: {name: Sarapan}\n"
        ),
        Both("kebutuhan:\n  sarapan: {nama: Sarapan}\n", "needs:\n  sarapan: {name: Sarapan}\n"),
    ),
    Code(
        "escapes",
        "error",
        Both("Kata kunci dengan sandi", "A key in escapes"),
        Both(
            "Kata kunci ini ditulis dengan sandi seperti `\\x61` di dalam tanda kutip. Bisa"
            " dibaca, tetapi tidak bisa diterjemahkan dengan `simpasar translate`: tulis dengan"
            " huruf biasa.",
            "This key is written in escapes such as `\\x61` within quotes. It can be read, but"
            " `simpasar translate` cannot change it: write plain letters.",
        ),
    ),
    Code(
        "twice",
        "error",
        Both("Tertulis dua kali", "Written twice"),
        Both(
            "Kata kunci atau nama yang sama berdiri dua kali di tempat yang sama, jadi tidak"
            " jelas mana yang berlaku. Hapus salah satunya, atau beri id lain kalau memang dua"
            " hal berbeda.",
            "The same key or name stands twice in one place, so nobody knows which holds."
            " Leave one of them out, or give it another id if they are two things.",
        ),
        Both(
            "tim:\n  melati:\n    stok: {beras: 5000, beras: 2000}\n",
            "teams:\n  melati:\n    stock: {beras: 5000, beras: 2000}\n",
        ),
        Both(
            "tim:\n  melati:\n    stok: {beras: 7000}\n",
            "teams:\n  melati:\n    stock: {beras: 7000}\n",
        ),
    ),
)
