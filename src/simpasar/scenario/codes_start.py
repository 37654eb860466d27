"""Codes of start sheets that could not be handed in for the first week."""

from __future__ import annotations

from simpasar.scenario.codes_form import Both, Code

START: tuple[Code, ...] = (
    Code(
        "not-its-own",
        "error",
        Both("Bukan milik tim ini", "Not of this team"),
        Both(
            "Lembar mulai hanya bicara tentang produk tim sendiri dan bahannya. Yang ini tidak"
            " dipakai tim, jadi hapus.",
            "A start sheet speaks of the team's own products and their ingredients only. This"
            " one is of no use to the team: leave it out.",
        ),
        Both(
            "bahan:\n"
            "  gula: {nama: Gula, satuan: g, tahan_hari: 365}\n"
            "tim:\n"
            "  melati:\n"
            "    mulai:\n"
            "      stok_cadangan: {gula: 500}\n",
            "ingredients:\n"
            "  gula: {name: Gula, unit: g, shelf_life_days: 365}\n"
            "teams:\n"
            "  melati:\n"
            "    start:\n"
            "      safety: {gula: 500}\n",
        ),
        Both(
            "tim:\n  melati:\n    mulai:\n      stok_cadangan: {beras: 500}\n",
            "teams:\n  melati:\n    start:\n      safety: {beras: 500}\n",
        ),
    ),
    Code(
        "not-sold",
        "error",
        Both("Pemasok tidak menjualnya", "The supplier does not sell it"),
        Both(
            "Pemasok yang dipilih tidak punya bahan ini di daftar barangnya. Pilih pemasok"
            " lain, atau tambahkan bahan itu ke barangnya.",
            "The supplier chosen does not have this ingredient among its goods. Choose"
            " another, or add the ingredient to its goods.",
        ),
        Both(
            "pemasok:\n"
            "  warung:\n"
            "    nama: Warung\n"
            "    jam_antar: 06:00\n"
            "    barang: {beras: {isi: 1000, harga: 15000}}\n"
            "tim:\n"
            "  melati:\n"
            "    mulai:\n"
            "      pemasok: {beras: pasar, kelapa: warung}\n",
            "suppliers:\n"
            "  warung:\n"
            "    name: Warung\n"
            "    hour: 06:00\n"
            "    goods: {beras: {amount: 1000, price: 15000}}\n"
            "teams:\n"
            "  melati:\n"
            "    start:\n"
            "      suppliers: {beras: pasar, kelapa: warung}\n",
        ),
        Both(
            "tim:\n  melati:\n    mulai:\n      pemasok: {beras: pasar, kelapa: pasar}\n",
            "teams:\n  melati:\n    start:\n      suppliers: {beras: pasar, kelapa: pasar}\n",
        ),
    ),
    Code(
        "price",
        "error",
        Both("Harga di luar batas", "A price out of bounds"),
        Both(
            "Harga jual harus di antara harga terendah dan tertinggi di `aturan` (bagian dari"
            " harga acuan), dan kelipatan dari `kelipatan_harga`.",
            "A price must lie between the lowest and the highest of the `rules` (shares of the"
            " reference price), in steps of `price_step`.",
        ),
        Both(
            "tim:\n  melati:\n    mulai:\n      harga_jual: {uduk: 12250}\n",
            "teams:\n  melati:\n    start:\n      prices: {uduk: 12250}\n",
        ),
        Both(
            "tim:\n  melati:\n    mulai:\n      harga_jual: {uduk: 12500}\n",
            "teams:\n  melati:\n    start:\n      prices: {uduk: 12500}\n",
        ),
    ),
    Code(
        "batches",
        "error",
        Both("Adonan terlalu banyak", "Too many batches"),
        Both(
            "Lembar mulai membuat lebih banyak adonan sehari daripada yang dibolehkan"
            " `adonan_paling_banyak`.",
            "The start sheet makes more batches a day than `max_batches` allows.",
        ),
        Both(
            "tim:\n  melati:\n    mulai:\n      adonan: {uduk: {hari_kerja: 25, akhir_pekan: 4}}\n",
            "teams:\n  melati:\n    start:\n      batches: {uduk: {weekday: 25, weekend: 4}}\n",
        ),
        Both(
            "tim:\n  melati:\n    mulai:\n      adonan: {uduk: {hari_kerja: 3, akhir_pekan: 4}}\n",
            "teams:\n  melati:\n    start:\n      batches: {uduk: {weekday: 3, weekend: 4}}\n",
        ),
    ),
    Code(
        "helpers",
        "error",
        Both("Pembantu terlalu banyak", "Too many helpers"),
        Both(
            "Lembar mulai memakai lebih banyak pembantu daripada `pembantu_paling_banyak` di"
            " `aturan`.",
            "The start sheet has more helpers than `max_helpers` in the `rules`.",
        ),
        Both(
            "tim:\n  melati:\n    mulai:\n      pembantu: 9\n",
            "teams:\n  melati:\n    start:\n      helpers: 9\n",
        ),
        Both(
            "tim:\n  melati:\n    mulai:\n      pembantu: 1\n",
            "teams:\n  melati:\n    start:\n      helpers: 1\n",
        ),
    ),
    Code(
        "no-cash",
        "error",
        Both("Uangnya tidak cukup", "Not enough cash"),
        Both(
            "Promosi, alat, program, dan simpanan di lembar mulai lebih mahal daripada kas"
            " tim. Kurangi, atau beri kas lebih.",
            "Promotion, equipment, programmes and savings of the start sheet cost more than"
            " the team's cash. Spend less, or give it more.",
        ),
        Both(
            "tim:\n  melati:\n    mulai:\n      promosi: 9000000\n",
            "teams:\n  melati:\n    start:\n      promotion: 9000000\n",
        ),
        Both(
            "tim:\n  melati:\n    mulai:\n      promosi: 9000\n",
            "teams:\n  melati:\n    start:\n      promotion: 9000\n",
        ),
    ),
    Code(
        "hours",
        "error",
        Both("Jam buka", "Opening hours"),
        Both(
            "Jam buka harus di antara `paling_pagi` dan `paling_malam`, tutup sesudah buka,"
            " dan dapur tidak mulai sesudah lapak buka.",
            "Opening hours lie between `earliest` and `latest`, closing is after opening, and"
            " the kitchen does not open after the stall.",
        ),
        Both(
            "tim:\n  melati:\n    mulai:\n      buka: 04:00\n",
            "teams:\n  melati:\n    start:\n      opens: 04:00\n",
        ),
        Both(
            "tim:\n  melati:\n    mulai:\n      buka: 06:30\n",
            "teams:\n  melati:\n    start:\n      opens: 06:30\n",
        ),
    ),
    Code(
        "locked",
        "error",
        Both("Belum terbuka", "Still locked"),
        Both(
            "Lembar mulai berlaku untuk minggu pertama, dan keputusan ini belum terbuka waktu"
            " itu. Hapus dari lembar mulai, atau buka di minggu 1.",
            "The start sheet is for the first week, when this decision is still locked. Leave"
            " it out, or unlock it in week 1.",
        ),
        Both(
            "aturan:\n"
            "  terbuka_minggu:\n"
            "    harga: 1\n"
            "    program: 2\n"
            "    pesanan_besar: 1\n"
            "    pinjaman: 1\n"
            "    koperasi: 1\n",
            "rules:\n"
            "  unlocked:\n"
            "    price: 1\n"
            "    programmes: 2\n"
            "    contracts: 1\n"
            "    finance: 1\n"
            "    cooperative: 1\n",
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
        "not-made",
        "error",
        Both("Tim tidak membuatnya", "The team does not make it"),
        Both(
            "Pesanan besar di lembar mulai meminta produk yang tidak dibuat tim ini. Hapus"
            " dari lembar mulai.",
            "The big order in the start sheet asks for a product that this team does not make."
            " Leave it out.",
        ),
        None,
        Both(
            "tim:\n  melati:\n    mulai:\n      pesanan_besar: [arisan_rt]\n",
            "teams:\n  melati:\n    start:\n      contracts: [arisan_rt]\n",
        ),
    ),
    Code(
        "not-now",
        "error",
        Both("Bukan di minggu pertama", "Not in the first week"),
        Both(
            "Penawaran atau pemungutan suara ini baru ada di minggu lain, padahal lembar mulai"
            " berlaku untuk minggu pertama. Hapus dari lembar mulai.",
            "This offer or ballot is in another week, and the start sheet is for the first."
            " Leave it out.",
        ),
        Both(
            "pesanan_besar:\n  arisan_rt:\n    minggu: [2]\n",
            "contracts:\n  arisan_rt:\n    weeks: [2]\n",
        ),
        Both(
            "pesanan_besar:\n  arisan_rt:\n    minggu: [1, 2]\n",
            "contracts:\n  arisan_rt:\n    weeks: [1, 2]\n",
        ),
    ),
    Code(
        "requirement",
        "error",
        Both("Syarat belum terpenuhi", "Requirements not met"),
        Both(
            "Di minggu pertama belum ada tim yang memenuhi syarat ini: belum ada program yang"
            " selesai dan belum ada simpanan. Hapus dari lembar mulai.",
            "In the first week no team meets these requirements: no programme is finished and"
            " there are no savings. Leave it out of the start sheet.",
        ),
        Both(
            "tim:\n  melati:\n    mulai:\n      program: [nib, dapur_hemat]\n",
            "teams:\n  melati:\n    start:\n      programmes: [nib, dapur_hemat]\n",
        ),
        Both(
            "tim:\n  melati:\n    mulai:\n      program: [nib]\n",
            "teams:\n  melati:\n    start:\n      programmes: [nib]\n",
        ),
    ),
    Code(
        "loan-amount",
        "error",
        Both("Jumlah pinjaman", "Amount of a loan"),
        Both(
            "Pinjaman di lembar mulai harus di antara yang terkecil dan terbesar dari"
            " penawarannya, dalam kelipatannya.",
            "A loan in the start sheet must lie between the smallest and the largest of its"
            " offer, in its steps.",
        ),
        Both(
            "tim:\n  melati:\n    mulai:\n      pinjam: {keliling: 50000}\n",
            "teams:\n  melati:\n    start:\n      borrow: {keliling: 50000}\n",
        ),
        Both(
            "tim:\n  melati:\n    mulai:\n      pinjam: {keliling: 100000}\n",
            "teams:\n  melati:\n    start:\n      borrow: {keliling: 100000}\n",
        ),
    ),
    Code(
        "no-debt",
        "error",
        Both("Belum ada yang dilunasi", "Nothing to pay off"),
        Both(
            "Waktu permainan dimulai belum ada pinjaman, jadi belum ada yang bisa dilunasi."
            " Hapus dari lembar mulai.",
            "When the game begins there is no loan yet, so none can be paid off. Leave it out"
            " of the start sheet.",
        ),
        Both(
            "tim:\n  melati:\n    mulai:\n      lunasi: [keliling]\n",
            "teams:\n  melati:\n    start:\n      settle: [keliling]\n",
        ),
        Both(
            "tim:\n  melati:\n    mulai:\n      lunasi: []\n",
            "teams:\n  melati:\n    start:\n      settle: []\n",
        ),
    ),
    Code(
        "no-arisan",
        "error",
        Both("Tidak ada arisan", "No arisan"),
        Both(
            "Lembar mulai ikut arisan, tetapi skenario tidak punya arisan. Tambahkan `arisan`,"
            " atau hapus dari lembar mulai.",
            "The start sheet joins an arisan, but the scenario has none. Add an `arisan`, or"
            " leave it out of the start sheet.",
        ),
        None,
        Both(
            "tim:\n  melati:\n    mulai:\n      arisan: true\n",
            "teams:\n  melati:\n    start:\n      arisan: true\n",
        ),
    ),
    Code(
        "no-household",
        "error",
        Both("Tidak ada rumah tangga", "No household"),
        Both(
            "Iuran arisan dibayar dari dompet rumah tangga. Tim tanpa `rumah_tangga` tidak"
            " bisa ikut.",
            "The arisan is paid out of the household's purse. A team without a `household`"
            " cannot join.",
        ),
        Both(
            "tim:\n  melati:\n    rumah_tangga: null\n", "teams:\n  melati:\n    household: null\n"
        ),
        Both(
            "tim:\n  melati:\n    rumah_tangga: {kebutuhan_seminggu: 300000, kas: 50000}\n",
            "teams:\n  melati:\n    household: {weekly_need: 300000, cash: 50000}\n",
        ),
    ),
    Code(
        "no-cooperative",
        "error",
        Both("Tidak ada koperasi", "No cooperative"),
        Both(
            "Bagian ini hanya ada artinya kalau skenario punya `koperasi`. Tambahkan koperasi,"
            " atau hapus bagian ini.",
            "This only means something where the scenario has a `cooperative`. Add one, or"
            " leave this out.",
        ),
        Both("koperasi: null\n", "cooperative: null\n"),
        Both(
            "tim:\n  melati:\n    mulai:\n      koperasi:\n        anggota: true\n",
            "teams:\n  melati:\n    start:\n      cooperative:\n        member: true\n",
        ),
    ),
    Code(
        "not-a-member",
        "error",
        Both("Bukan anggota", "No member"),
        Both(
            "Hanya anggota yang menyetor, berbelanja, menyewa, dan memberi suara di koperasi.",
            "Only members deposit, buy, hire and vote in the cooperative.",
        ),
        Both(
            "tim:\n  melati:\n    mulai:\n      koperasi:\n        anggota: false\n",
            "teams:\n  melati:\n    start:\n      cooperative:\n        member: false\n",
        ),
        Both(
            "tim:\n  melati:\n    mulai:\n      koperasi:\n        anggota: true\n",
            "teams:\n  melati:\n    start:\n      cooperative:\n        member: true\n",
        ),
    ),
    Code(
        "no-applicant",
        "error",
        Both("Belum ada pelamar", "Nobody has applied"),
        Both(
            "Sebelum permainan dimulai belum ada yang meminta masuk koperasi, jadi belum ada"
            " yang bisa diterima atau ditolak.",
            "Before the game begins nobody has asked to join the cooperative, so nobody can be"
            " admitted or refused.",
        ),
        Both(
            "tim:\n  melati:\n    mulai:\n      koperasi:\n        terima: {melati: true}\n",
            "teams:\n  melati:\n    start:\n      cooperative:\n        admit: {melati: true}\n",
        ),
        Both(
            "tim:\n  melati:\n    mulai:\n      koperasi:\n        terima: {}\n",
            "teams:\n  melati:\n    start:\n      cooperative:\n        admit: {}\n",
        ),
    ),
    Code(
        "no-savings",
        "error",
        Both("Belum ada simpanan", "No savings yet"),
        Both(
            "Waktu permainan dimulai belum ada simpanan sukarela yang bisa ditarik.",
            "When the game begins there are no voluntary savings to withdraw.",
        ),
        Both(
            "tim:\n  melati:\n    mulai:\n      koperasi:\n        tarik_sukarela: 5000\n",
            "teams:\n  melati:\n    start:\n      cooperative:\n        withdraw: 5000\n",
        ),
        Both(
            "tim:\n  melati:\n    mulai:\n      koperasi:\n        tarik_sukarela: 0\n",
            "teams:\n  melati:\n    start:\n      cooperative:\n        withdraw: 0\n",
        ),
    ),
    Code(
        "not-offered",
        "error",
        Both("Koperasi tidak punya", "The cooperative does not have it"),
        Both(
            "Lembar mulai memesan bahan, menyewa alat, atau membayar promosi yang tidak ada di"
            " koperasi ini.",
            "The start sheet orders, hires or pays for what this cooperative does not have.",
        ),
        Both(
            "tim:\n  melati:\n    mulai:\n      koperasi:\n        janji_belanja: {kelapa: 1}\n",
            "teams:\n  melati:\n    start:\n      cooperative:\n        pledges: {kelapa: 1}\n",
        ),
        Both(
            "tim:\n  melati:\n    mulai:\n      koperasi:\n        janji_belanja: {beras: 1}\n",
            "teams:\n  melati:\n    start:\n      cooperative:\n        pledges: {beras: 1}\n",
        ),
    ),
)
