"""What the fields at the top of a scenario mean, and those of its texts."""

from __future__ import annotations

from simpasar.scenario.meaning import Meaning

_INDONESIAN = Meaning(
    "Teks dalam bahasa Indonesia.", "The text in Indonesian.", "text", "Nasi ulam"
)
_ENGLISH = Meaning(
    "Teks dalam bahasa Inggris; boleh dikosongkan.",
    "The text in English; it may be left out.",
    "text",
    "Herb rice",
)
_TEXT = {"id": _INDONESIAN, "en": _ENGLISH}

SCENARIO = {
    "Scenario": {
        "name": Meaning(
            "Nama pendek skenario: huruf kecil, angka, dan tanda hubung.",
            "The scenario's short name: small letters, digits and hyphens.",
            "text",
            "nasi-ulam",
        ),
        "title": Meaning(
            "Judul yang dibaca peserta.",
            "The title that trainees read.",
            "text",
            "{id: Nasi Ulam Pagi, en: Morning Herb Rice}",
        ),
        "description": Meaning(
            "Cerita singkat untuk peserta: di mana, siapa, dan apa yang diputuskan.",
            "A short story for trainees: where, who, and what they decide.",
            "text",
            "Tiga warung nasi ulam di Malaka Sari.",
        ),
        "teaches": Meaning(
            "Tujuan belajar, paling baik dua sampai empat, masing-masing dengan ukurannya.",
            "What is to be learned, best two to four things, each with its measure.",
            "",
            "[{id: Menghitung HPP, ukuran: penetapan_harga}]",
            "[{id: Menghitung HPP, measure: pricing}]",
        ),
        "trainer_note": Meaning(
            "Catatan untuk pelatih: urutan hari, apa yang ditekankan; peserta tidak melihatnya.",
            "A note for the trainer: the order of the day, what to stress; trainees don't see it.",
            "text",
            "Sesudah minggu pertama, hitung bersama sisa yang terbuang.",
        ),
        "debrief": Meaning(
            "Pertanyaan refleksi di akhir permainan.",
            "Questions for the talk after the game.",
            "",
            '[{id: "Berapa yang terbuang?", contoh: terbuang}]',
            '[{id: "Berapa yang terbuang?", shows: waste}]',
        ),
        "test": Meaning(
            "Soal tes sebelum dan sesudah pelatihan, paling baik sepuluh, untuk `simpasar test`.",
            "Questions of the test before and after the training, best ten, for `simpasar test`.",
            "",
            '[{pertanyaan: "Laba itu apa?", pilihan: [Uang di laci, Penjualan dikurangi biaya],'
            " jawaban: 2, ukuran: keuangan}]",
            '[{question: "Laba itu apa?", options: [Uang di laci, Penjualan dikurangi biaya],'
            " answer: 2, measure: money}]",
        ),
        "review": Meaning(
            "Cara `simpasar review` menilai keputusan; tanpa bagian ini, dengan batas yang biasa.",
            "How `simpasar review` judges decisions; without this part, by the usual bounds.",
            "",
            "{kurang_tepat: 100, keliru: 250, keliru_besar: 500}",
            "{inaccuracy: 100, mistake: 250, blunder: 500}",
        ),
        "start": Meaning(
            "Hari pertama permainan; harus hari Senin.",
            "The first day of the game; it has to be a Monday.",
            "date",
            '"2027-01-04"',
        ),
        "weeks": Meaning(
            "Berapa minggu dimainkan; satu minggu satu putaran.",
            "How many weeks are played; a week is a round.",
            "weeks",
            "4",
        ),
        "days": Meaning(
            "Berapa hari pasar buka dalam seminggu, mulai Senin.",
            "How many days a week the market is held, from Monday.",
            "days",
            "7",
        ),
        "places": Meaning(
            "Lingkungan tempat warga tinggal dan lapak berdiri, masing-masing dengan id.",
            "The neighbourhoods where residents live and stalls stand, each with an id.",
            "",
            "{malaka_sari: {nama: Malaka Sari, x: 0, y: 0}}",
            "{malaka_sari: {name: Malaka Sari, x: 0, y: 0}}",
        ),
        "needs": Meaning(
            "Untuk apa warga keluar rumah: sarapan, jajanan, lauk, oleh-oleh.",
            "What residents go out for: breakfast, snacks, dishes, gifts.",
            "",
            "{sarapan: {nama: Sarapan}}",
            "{sarapan: {name: Sarapan}}",
        ),
        "segments": Meaning(
            "Kelompok warga: berapa banyak, seleranya, dan kapan mereka keluar.",
            "Kinds of residents: how many, what they like, and when they go out.",
            "",
            "{ibu: {nama: Ibu rumah tangga, jumlah_warga: {malaka_sari: 180}, sabar_menit: 10,"
            " kebutuhan: {sarapan: {hari_kerja: 300, akhir_pekan: 360, tidak_jadi_beli: -650,"
            ' jam: {"06:00": 4}}}}}',
            "{ibu: {name: Ibu rumah tangga, residents: {malaka_sari: 180}, patience_minutes: 10,"
            " needs: {sarapan: {weekday: 300, weekend: 360, stay_home: -650,"
            ' hours: {"06:00": 4}}}}}',
        ),
        "ingredients": Meaning(
            "Bahan dan kemasan yang dibeli untuk membuat produk.",
            "Ingredients and packaging that are bought to make the products.",
            "",
            "{beras: {nama: Beras, satuan: g, tahan_hari: 120}}",
            "{beras: {name: Beras, unit: g, shelf_life_days: 120}}",
        ),
        "suppliers": Meaning(
            "Pemasok bahan: pasar, agen, atau toko, dengan harga kemasannya.",
            "Who sells the ingredients: a market, a dealer, a shop, with prices for a pack.",
            "",
            '{pasar: {nama: Pasar, jam_antar: "13:00", barang: {gula: {isi: 1000, harga: 18000}}}}',
            '{pasar: {name: Pasar, hour: "13:00", goods: {gula: {amount: 1000, price: 18000}}}}',
        ),
        "products": Meaning(
            "Yang dijual tim: resep, cara buat, daya tahan, dan harga acuannya.",
            "What teams sell: its recipe, how it is made, how long it keeps, its usual price.",
            "",
            "{nasi_ulam: {nama: Nasi ulam, untuk_kebutuhan: sarapan, satuan: porsi,"
            " hasil_adonan: 10, resep: {beras: 1250}, layani_detik: 45, harga_acuan: 12000,"
            " mutu: {biasa: {nama: Biasa}}}}",
            "{nasi_ulam: {name: Nasi ulam, need: sarapan, unit: porsi,"
            " batch: 10, recipe: {beras: 1250}, serve_seconds: 45, reference_price: 12000,"
            " grades: {biasa: {name: Biasa}}}}",
        ),
        "equipment": Meaning(
            "Alat yang dipakai membuat produk, dengan harga dan umurnya.",
            "What the products are made with, its price and how long it lasts.",
            "",
            "{kompor: {nama: Kompor, harga: 900000, umur_minggu: 156}}",
            "{kompor: {name: Kompor, price: 900000, life_weeks: 156}}",
        ),
        "weather": Meaning(
            "Macam cuaca; setiap hari satu diundi menurut bobotnya.",
            "Kinds of weather; each day one is drawn by its weight.",
            "",
            "{cerah: {nama: Cerah, bobot: 650}}",
            "{cerah: {name: Cerah, weight: 650}}",
        ),
        "events": Meaning(
            "Peristiwa: keramaian, harga bahan, banjir, pemeriksaan.",
            "What happens: crowds, prices of ingredients, floods, inspections.",
            "",
            "{banjir: {jenis: banjir, nama: Banjir, kabar: Air naik., kapan: {peluang: 100},"
            " tempat: [malaka_sari]}}",
            "{banjir: {kind: flood, name: Banjir, news: Air naik., when: {chance: 100},"
            " places: [malaka_sari]}}",
        ),
        "stakeholders": Meaning(
            "Pihak yang dihadapi tim: kelurahan, bank, lembaga, pemesan.",
            "Whom the teams deal with: the kelurahan, a bank, an NGO, a buyer.",
            "",
            "{kelurahan: {nama: Kelurahan, keterangan: Mengurus izin.}}",
            "{kelurahan: {name: Kelurahan, description: Mengurus izin.}}",
        ),
        "loans": Meaning(
            "Pinjaman yang ditawarkan, dengan syarat yang sebenarnya.",
            "The loans on offer, with their true terms.",
            "",
            "{kur: {nama: KUR, oleh: bank, iklan: Bunga 6 % setahun, paling_kecil: 1000000,"
            " paling_besar: 5000000, jumlah_angsuran: 12, angsuran_tiap: bulan,"
            " bunga: {per_seratus_ribu: 6000, per: tahun, cara_hitung: menurun}}}",
            "{kur: {name: KUR, by: bank, advertised: Bunga 6 % setahun, smallest: 1000000,"
            " largest: 5000000, instalments: 12, every: month,"
            " interest: {rate: 6000, per: year, method: declining}}}",
        ),
        "programmes": Meaning(
            "Program: izin, pelatihan, hibah, dan tempat di bazar.",
            "Programmes: permits, training, grants, places at a bazaar.",
            "",
            "{nib: {nama: NIB, oleh: kelurahan, jenis: izin, keterangan: Nomor induk berusaha.}}",
            "{nib: {name: NIB, by: kelurahan, kind: permit, description: Nomor induk berusaha.}}",
        ),
        "contracts": Meaning(
            "Pesanan besar yang boleh diambil tim.",
            "Big orders that a team may accept.",
            "",
            "{rapat: {nama: Rapat RW, oleh: kelurahan, kabar: Pesan 60 porsi., produk_pesanan:"
            " nasi_ulam, jumlah: 60, harga: 11000, minggu: [2], minggu_serah: 3, hari_serah: 6,"
            ' jam_antar: "08:00"}}',
            "{rapat: {name: Rapat RW, by: kelurahan, news: Pesan 60 porsi., product:"
            " nasi_ulam, units: 60, price: 11000, weeks: [2], due_week: 3, due_day: 6,"
            ' hour: "08:00"}}',
        ),
        "arisan": Meaning(
            "Arisan antarkeluarga; hapus kunci ini kalau tidak ada.",
            "The families' savings club; leave this key out where there is none.",
            "",
            "{iuran: 50000}",
            "{contribution: 50000}",
        ),
        "cooperative": Meaning(
            "Koperasi yang boleh dimasuki tim; hapus kunci ini kalau tidak ada.",
            "The cooperative that teams may join; leave this key out where there is none.",
            "",
            "{nama: Koperasi Warga, simpanan_pokok: 100000, simpanan_wajib: 25000}",
            "{name: Koperasi Warga, principal: 100000, compulsory: 25000}",
        ),
        "teams": Meaning(
            "Tim dan usahanya pada hari pertama; satu entri satu kursi.",
            "The teams and their businesses on the first day; one entry is one seat.",
            "",
            "{melati: {nama: Melati, usaha: Nasi ulam, lokasi: malaka_sari, x: 30, y: -90,"
            ' kas: 1000000, tenaga: 2, dapur_mulai: "03:30", paling_pagi: "05:30",'
            ' paling_malam: "11:00", produk: [nasi_ulam], mulai: {harga_jual: {nasi_ulam: 12000},'
            " adonan: {nasi_ulam: {hari_kerja: 5, akhir_pekan: 5}}, mutu: {nasi_ulam: biasa},"
            ' pemasok: {beras: pasar}, buka: "06:00", tutup: "10:00"}}}',
            "{melati: {name: Melati, business: Nasi ulam, place: malaka_sari, x: 30, y: -90,"
            ' cash: 1000000, hands: 2, kitchen_opens: "03:30", earliest: "05:30",'
            ' latest: "11:00", products: [nasi_ulam], start: {prices: {nasi_ulam: 12000},'
            " batches: {nasi_ulam: {weekday: 5, weekend: 5}}, grades: {nasi_ulam: biasa},"
            ' suppliers: {beras: pasar}, opens: "06:00", closes: "10:00"}}}',
        ),
        "market": Meaning(
            "Cara warga memilih dan mengingat lapak; nilai bawaannya sudah diuji.",
            "How residents choose and remember stalls; its defaults have been tried.",
            "",
            "{bobot_harga: 3200}",
            "{price_weight: 3200}",
        ),
        "rules": Meaning(
            "Aturan main: keputusan apa terbuka minggu berapa, upah, dan batas-batas.",
            "The rules: which decisions open in which week, wages, and limits.",
            "",
            "{terbuka_minggu: {harga: 1, produksi: 1, bahan: 1}}",
            "{unlocked: {price: 1, production: 1, ingredients: 1}}",
        ),
    },
    "Text": _TEXT,
    "Objective": {
        **_TEXT,
        "measure": Meaning(
            "Angka permainan yang menunjukkan apakah tujuan ini tercapai.",
            "The game's figure that shows whether this was learned.",
            "a word",
            "penetapan_harga",
            "pricing",
        ),
    },
    "Question": {
        **_TEXT,
        "shows": Meaning(
            "Angka kelas ini yang ditampilkan di samping pertanyaan.",
            "Which of the class's own figures stand beside the question.",
            "a word",
            "terbuang",
            "waste",
        ),
    },
    "TestQuestion": {
        "question": Meaning(
            "Soalnya, jelas tanpa penjelasan pelatih.",
            "The question, plain without the trainer's explaining.",
            "text",
            "Laba itu apa?",
        ),
        "options": Meaning(
            "Dua sampai lima pilihan jawaban; satu saja yang benar.",
            "Two to five answers to choose from; only one of them is right.",
            "text",
            "[Rp 6.000, Rp 7.000, Rp 12.000]",
        ),
        "answer": Meaning(
            "Pilihan keberapa yang benar; yang pertama 1.",
            "Which of the options is right; the first is 1.",
            "a number",
            "2",
        ),
        "measure": Meaning(
            "Tentang tujuan belajar apa soal ini, supaya hasilnya bisa dilihat per tujuan.",
            "Which kind of objective the question is about, so that each is told apart.",
            "a word",
            "keuangan",
            "money",
        ),
    },
    "Judgement": {
        "inaccuracy": Meaning(
            "Mulai rugi berapa keputusan ditandai *kurang tepat*, dari untung seminggu main wajar.",
            "From which loss on a decision is *inaccurate*, of what decent play gains in a week.",
            "per mille",
            "100",
        ),
        "mistake": Meaning(
            "Mulai rugi berapa keputusan ditandai *keliru*, dari untung seminggu main wajar.",
            "From which loss on a decision is a *mistake*, of what decent play gains in a week.",
            "per mille",
            "250",
        ),
        "blunder": Meaning(
            "Mulai rugi berapa keputusan ditandai *keliru besar*, dari untung seminggu main wajar.",
            "From which loss on a decision is a *blunder*, of what decent play gains in a week.",
            "per mille",
            "500",
        ),
        "objectives": Meaning(
            "Tujuan belajar dari setiap kelompok keputusan, kalau lain dari yang biasa.",
            "What each group of decisions teaches, where it is not the usual.",
            "a word",
            "{mutu: penetapan_harga}",
            "{quality: pricing}",
        ),
    },
}
