"""Codes of a test that nobody could answer, and of marks in a wrong order."""

from __future__ import annotations

from simpasar.scenario.codes_form import Both, Code

QUESTIONS: tuple[Code, ...] = (
    Code(
        "no-option",
        "error",
        Both("Jawaban menunjuk pilihan yang tidak ada", "The answer names no option"),
        Both(
            "`jawaban` adalah nomor pilihan yang benar, dihitung dari 1. Nomor ini lebih besar"
            " daripada banyaknya pilihan.",
            "`answer` is the number of the right option, counted from 1. This number is larger"
            " than the number of options.",
        ),
        Both(
            "tes:\n"
            '  - {pertanyaan: "SHU itu apa?", pilihan: [Pinjaman, Sisa hasil usaha],\n'
            "     jawaban: 3, ukuran: kerja_sama}\n",
            "test:\n"
            '  - {question: "SHU itu apa?", options: [Pinjaman, Sisa hasil usaha],\n'
            "     answer: 3, measure: cooperation}\n",
        ),
        Both(
            "tes:\n"
            '  - {pertanyaan: "SHU itu apa?", pilihan: [Pinjaman, Sisa hasil usaha],\n'
            "     jawaban: 2, ukuran: kerja_sama}\n",
            "test:\n"
            '  - {question: "SHU itu apa?", options: [Pinjaman, Sisa hasil usaha],\n'
            "     answer: 2, measure: cooperation}\n",
        ),
    ),
    Code(
        "same-option",
        "error",
        Both("Pilihan yang sama dua kali", "The same option twice"),
        Both(
            "Dua pilihan soal ini sama persis, jadi peserta tidak bisa memilih di antaranya."
            " Ubah atau hapus salah satu.",
            "Two options of this question are the same, so that nobody can choose between them."
            " Change one, or leave it out.",
        ),
        Both(
            "tes:\n"
            '  - {pertanyaan: "SHU itu apa?", pilihan: [Sisa hasil usaha, Sisa hasil usaha],\n'
            "     jawaban: 2, ukuran: kerja_sama}\n",
            "test:\n"
            '  - {question: "SHU itu apa?", options: [Sisa hasil usaha, Sisa hasil usaha],\n'
            "     answer: 2, measure: cooperation}\n",
        ),
        Both(
            "tes:\n"
            '  - {pertanyaan: "SHU itu apa?", pilihan: [Pinjaman, Sisa hasil usaha],\n'
            "     jawaban: 2, ukuran: kerja_sama}\n",
            "test:\n"
            '  - {question: "SHU itu apa?", options: [Pinjaman, Sisa hasil usaha],\n'
            "     answer: 2, measure: cooperation}\n",
        ),
    ),
    Code(
        "mark-order",
        "error",
        Both("Batas tanda tidak berurutan", "The bounds of marks are out of order"),
        Both(
            "Tanda yang lebih berat diberikan mulai rugi yang lebih besar: `kurang_tepat` paling"
            " kecil, lalu `keliru`, lalu `keliru_besar`.",
            "A harder mark is given from a greater loss on: `inaccuracy` is the least, then"
            " `mistake`, then `blunder`.",
        ),
        Both(
            "penilaian: {kurang_tepat: 100, keliru: 600, keliru_besar: 500}\n",
            "review: {inaccuracy: 100, mistake: 600, blunder: 500}\n",
        ),
        Both(
            "penilaian: {kurang_tepat: 100, keliru: 250, keliru_besar: 500}\n",
            "review: {inaccuracy: 100, mistake: 250, blunder: 500}\n",
        ),
    ),
)
