"""Codes of files that hold no scenario, and of the wish to ignore a warning."""

from __future__ import annotations

from simpasar.scenario.codes_form import Both, Code

FILES: tuple[Code, ...] = (
    Code(
        "no-file",
        "error",
        Both("Berkas tidak ada", "No such file"),
        Both(
            "Tidak ada berkas dengan nama ini. Periksa ejaan nama dan foldernya. Nama skenario"
            " bawaan juga boleh, misalnya `pasar-pagi`.",
            "There is no file of this name. Look at the spelling of the name and of its"
            " folder. The name of a scenario that ships will do too, for example `pasar-pagi`.",
        ),
    ),
    Code(
        "no-scenario",
        "error",
        Both("Skenario tidak ada", "No such scenario"),
        Both(
            "Tidak ada skenario bawaan dan tidak ada berkas dengan nama ini. Kalau maksudnya"
            " berkas, tulis juga akhirannya: `lapak.yaml`.",
            "No scenario that ships and no file has this name. If you mean a file, write its"
            " ending too: `lapak.yaml`.",
        ),
    ),
    Code(
        "folder",
        "error",
        Both("Ini folder", "This is a folder"),
        Both(
            "Yang ditulis adalah nama folder. Tulis nama berkas skenario di dalamnya.",
            "This is the name of a folder. Write the name of a scenario file in it.",
        ),
    ),
    Code(
        "unreadable",
        "error",
        Both("Berkas tidak bisa dibaca", "The file cannot be read"),
        Both(
            "Komputer menolak membuka berkas ini. Mungkin berkas itu milik pengguna lain, atau"
            " sedang dibuka program lain.",
            "The computer refuses to open this file. Perhaps it belongs to another user, or"
            " another program has it open.",
        ),
    ),
    Code(
        "too-large",
        "error",
        Both("Berkas terlalu besar", "The file is too large"),
        Both(
            "Skenario paling besar satu juta byte; yang bawaan hanya sekitar tiga puluh ribu."
            " Mungkin ini bukan berkas skenario.",
            "A scenario has at most one million bytes; those that ship have about thirty"
            " thousand. Perhaps this is no scenario file.",
        ),
    ),
    Code(
        "no-text",
        "error",
        Both("Bukan berkas teks", "No text file"),
        Both(
            "Skenario adalah teks biasa dalam UTF-8. Dokumen Word atau Excel tidak bisa"
            " dibaca: simpan sebagai teks biasa (UTF-8).",
            "A scenario is plain text in UTF-8. A document of Word or Excel cannot be read:"
            " save it as plain text (UTF-8).",
        ),
    ),
    Code(
        "empty",
        "error",
        Both("Berkas kosong", "The file is empty"),
        Both(
            "Di berkas ini tidak ada isinya, atau hanya catatan. `simpasar new` membuat"
            " skenario untuk memulai.",
            "There is nothing in this file, or only remarks. `simpasar new` makes a scenario"
            " to start from.",
        ),
        Both("# hanya catatan\n", "# only a remark\n"),
        None,
        whole=True,
    ),
    Code(
        "no-keys",
        "error",
        Both("Bukan skenario", "No scenario"),
        Both(
            "Skenario terdiri dari kata kunci dan isinya, misalnya `nama: pasar-pagi`, satu di"
            " setiap baris. Di sini yang ada daftar atau kalimat.",
            "A scenario is made of keys and their values, for example `name: pasar-pagi`, one"
            " on each line. Here stands a list or a sentence.",
        ),
        Both("- nama\n- judul\n", "- name\n- title\n"),
        None,
        whole=True,
    ),
    Code(
        "language",
        "error",
        Both("Bahasa kata kunci", "Language of the keys"),
        Both(
            "Baris paling atas memilih bahasa kata kunci: `bahasa: id` untuk bahasa Indonesia,"
            " `language: en` untuk bahasa Inggris. Seluruh berkas memakai bahasa itu; teks"
            " untuk peserta boleh dalam keduanya.",
            "The first line chooses the language of the keys: `bahasa: id` for Indonesian,"
            " `language: en` for English. The whole file uses it; texts for the class may be in"
            " both.",
        ),
        Both("bahasa: jawa\n", "language: fr\n"),
        Both("bahasa: id\n", "language: en\n"),
    ),
    Code(
        "unknown-code",
        "warning",
        Both("Kode yang diabaikan tidak ada", "No such code to ignore"),
        Both(
            "Catatan `# abaikan KODE: alasan` menyebut kode yang tidak ada. Salin kode dari"
            " peringatannya: kata di dalam kurung siku.",
            "The remark `# ignore CODE: reason` names a code that does not exist. Copy it from"
            " the warning: the word in square brackets.",
        ),
        Both(
            "minggu: 4  # abaikan tak-dipakai: nanti dipakai\n",
            "weeks: 4  # ignore not-used: comes later\n",
        ),
        None,
    ),
    Code(
        "error-ignored",
        "warning",
        Both("Kesalahan tidak bisa diabaikan", "An error cannot be ignored"),
        Both(
            "Hanya peringatan yang bisa diabaikan dengan catatan. Dengan kesalahan, permainan"
            " tidak bisa jalan: perbaiki, lalu hapus catatannya.",
            "Only warnings can be ignored by a remark. With an error the game cannot be"
            " played: mend it, and leave the remark out.",
        ),
        Both(
            "minggu: 4  # abaikan missing: biar saja\n", "weeks: 4  # ignore missing: let it be\n"
        ),
        None,
    ),
    Code(
        "no-reason",
        "warning",
        Both("Tanpa alasan", "Without a reason"),
        Both(
            "Peringatan boleh diabaikan kalau alasannya ditulis sesudah titik dua. Tahun depan"
            " Anda atau rekan Anda akan bertanya mengapa.",
            "A warning may be ignored where the reason stands after the colon. Next year you"
            " or a colleague will ask why.",
        ),
        Both(
            "bahan:\n  gula: {nama: Gula, satuan: g, tahan_hari: 365} # abaikan unused-part\n",
            "ingredients:\n"
            "  gula: {name: Gula, unit: g, shelf_life_days: 365} # ignore unused-part\n",
        ),
        Both(
            "bahan:\n"
            "  gula: {nama: Gula, satuan: g, tahan_hari: 365} # abaikan unused-part: nanti\n",
            "ingredients:\n"
            "  gula: {name: Gula, unit: g, shelf_life_days: 365} # ignore unused-part: later\n",
        ),
    ),
    Code(
        "nothing-ignored",
        "warning",
        Both("Tidak ada yang diabaikan", "Nothing is ignored"),
        Both(
            "Peringatan yang disebut catatan ini tidak muncul di baris ini atau di bawah kata"
            " kuncinya. Mungkin sudah diperbaiki: hapus catatannya.",
            "The warning that this remark names does not occur on this line or under its key."
            " Perhaps it is mended: leave the remark out.",
        ),
        Both(
            "minggu: 4  # abaikan unused-part: dipakai nanti\n",
            "weeks: 4  # ignore unused-part: used later\n",
        ),
        Both("minggu: 4\n", "weeks: 4\n"),
    ),
)
