"""The Indonesian and English key words of a scenario, one to one: the only place that knows both.

Translation follows the structure of the models, so ids that trainers choose are never touched.
"""

from __future__ import annotations

import types
from typing import Annotated, Any, Literal, TypeAlias, Union, get_args, get_origin

from pydantic import BaseModel

from simpasar.i18n import Language

HEAD: dict[Language, str] = {"id": "bahasa", "en": "language"}
"""The key at the top of a file that chooses its vocabulary."""

FIELDS: dict[str, str] = {
    # scenario
    "name": "nama",
    "title": "judul",
    "description": "keterangan",
    "teaches": "melatih",
    "trainer_note": "catatan_pelatih",
    "debrief": "pertanyaan_refleksi",
    "start": "mulai",
    "weeks": "minggu",
    "days": "hari_pasar",
    "places": "tempat",
    "needs": "kebutuhan",
    "segments": "kelompok_warga",
    "ingredients": "bahan",
    "suppliers": "pemasok",
    "products": "produk",
    "equipment": "peralatan",
    "weather": "cuaca",
    "events": "peristiwa",
    "teams": "tim",
    "market": "pasar",
    "rules": "aturan",
    # places and residents
    "place": "lokasi",
    "x": "x",
    "y": "y",
    "radius": "radius",
    "residents": "jumlah_warga",
    "patience_minutes": "sabar_menit",
    "price_sensitivity": "kepekaan_harga",
    "taste": "selera",
    "weekday": "hari_kerja",
    "weekend": "akhir_pekan",
    "stay_home": "tidak_jadi_beli",
    "hours": "jam",
    # goods
    "need": "untuk_kebutuhan",
    "unit": "satuan",
    "shelf_life_days": "tahan_hari",
    "price_swing": "naik_turun_harga",
    "local": "warga_setempat",
    "hour": "jam_antar",
    "lead_days": "pesan_hari_sebelumnya",
    "delivery_fee": "ongkos_kirim",
    "minimum": "pesanan_terkecil",
    "goods": "barang",
    "amount": "isi",
    "price": "harga",
    "made": "cara_buat",
    "batch": "hasil_adonan",
    "recipe": "resep",
    "hands": "tenaga",
    "work_minutes": "kerja_menit",
    "rest_minutes": "tunggu_menit",
    "shelf_life_hours": "tahan_jam",
    "serve_seconds": "layani_detik",
    "serve_seconds_per_unit": "layani_detik_per_satuan",
    "reference_price": "harga_acuan",
    "portions": "jumlah_beli",
    "grades": "mutu",
    "quality": "nilai_mutu",
    "life_weeks": "umur_minggu",
    # seats and sheets
    "business": "usaha",
    "cash": "kas",
    "stock": "stok",
    "counter": "tempat_layani",
    "kitchen_opens": "dapur_mulai",
    "earliest": "paling_pagi",
    "latest": "paling_malam",
    "rent": "sewa",
    "overhead": "biaya_lain",
    "awareness": "dikenal",
    "reputation": "nama_baik",
    "bot": "pemain_komputer",
    "prices": "harga_jual",
    "batches": "adonan",
    "safety": "stok_cadangan",
    "promotion": "promosi",
    "helpers": "pembantu",
    "opens": "buka",
    "closes": "tutup",
    "buy_equipment": "beli_peralatan",
    "drawings": "prive",
    # weather and events
    "weight": "bobot",
    "months": "bobot_bulan",
    "going": "keramaian",
    "kind": "jenis",
    "news": "kabar",
    "when": "kapan",
    "first": "dari",
    "last": "sampai",
    "weekdays": "hari",
    "days_of_month": "tanggal",
    "chance": "peluang",
    "drawn": "diundi",
    "factors": "faktor",
    # market and rules
    "price_weight": "bobot_harga",
    "quality_weight": "bobot_mutu",
    "distance_weight": "bobot_jarak",
    "reputation_weight": "bobot_nama_baik",
    "habit_gain": "tambah_kebiasaan",
    "habit_cap": "batas_kebiasaan",
    "habit_keep": "sisa_kebiasaan",
    "reputation_share": "gerak_nama_baik",
    "awareness_keep": "sisa_dikenal",
    "word_of_mouth": "kabar_mulut",
    "promotion_half": "promosi_separuh",
    "unlocked": "terbuka_minggu",
    "helper_wage": "upah_pembantu",
    "max_helpers": "pembantu_paling_banyak",
    "max_batches": "adonan_paling_banyak",
    "price_step": "kelipatan_harga",
    "price_low": "harga_terendah",
    "price_high": "harga_tertinggi",
    # households and stakeholders
    "household": "rumah_tangga",
    "weekly_need": "kebutuhan_seminggu",
    "arisan": "arisan",
    "contribution": "iuran",
    "first_week": "minggu_pertama",
    "stakeholders": "pihak",
    "by": "oleh",
    "requires": "syarat",
    "member": "anggota",
    "savings": "simpanan",
    "weeks_saved": "minggu_menabung",
    "no_arrears": "tanpa_tunggakan",
    # lenders
    "loans": "pinjaman",
    "advertised": "iklan",
    "smallest": "paling_kecil",
    "largest": "paling_besar",
    "step": "kelipatan",
    "instalments": "jumlah_angsuran",
    "every": "angsuran_tiap",
    "interest": "bunga",
    "rate": "per_seratus_ribu",
    "per": "per",
    "method": "cara_hitung",
    "admin_fee": "potongan_admin",
    "most_cost": "biaya_paling_banyak",
    "late_fee": "denda_telat",
    "default_weeks": "macet_sesudah_minggu",
    "collected_at": "jam_tagih",
    "from_savings": "dari_simpanan",
    "times_savings": "kali_simpanan",
    "borrow": "pinjam",
    "settle": "lunasi",
    # programmes and buyers
    "programmes": "program",
    "cost": "biaya",
    "lead_weeks": "selesai_minggu",
    "quota": "kuota",
    "skill": "keterampilan",
    "grant": "hibah",
    "reach": "tambah_dikenal",
    "booths": "daya_tarik_lapak",
    "contracts": "pesanan_besar",
    "product": "produk_pesanan",
    "units": "jumlah",
    "due_week": "minggu_serah",
    "due_day": "hari_serah",
    "penalty": "denda_kurang",
    "permits": "izin",
    "fine": "denda",
    # the cooperative
    "cooperative": "koperasi",
    "principal": "simpanan_pokok",
    "compulsory": "simpanan_wajib",
    "donated_capital": "modal_hibah",
    "admission": "penerimaan",
    "margin": "margin",
    "surplus": "pembagian_shu",
    "reserve": "cadangan",
    "capital": "jasa_modal",
    "patronage": "jasa_usaha",
    "board": "pengurus",
    "education": "pendidikan",
    "social": "sosial",
    "purchase": "belanja_bersama",
    "delivery_day": "hari_antar",
    "fixed_price": "harga_tetap",
    "unpaid": "kalau_tidak_bayar",
    "tiers": "tingkat_harga",
    "lift": "tambah_ramai",
    "half": "separuh",
    "count": "jumlah_alat",
    "hourly_fee": "sewa_per_jam",
    "ballots": "pemungutan_suara",
    "week": "pada_minggu",
    "question": "pertanyaan",
    "options": "pilihan",
    "deposit": "setor_sukarela",
    "withdraw": "tarik_sukarela",
    "pledges": "janji_belanja",
    "hire_hours": "jam_sewa",
    "votes": "suara",
    "admit": "terima",
    # what is learned, questions at the end, the test before and after
    "measure": "ukuran",
    "shows": "contoh",
    "test": "tes",
    "answer": "jawaban",
    # how decisions are judged
    "review": "penilaian",
    "inaccuracy": "kurang_tepat",
    "mistake": "keliru",
    "blunder": "keliru_besar",
    "objectives": "tujuan",
    # the languages of a text
    "id": "id",
    "en": "en",
}
"""English field name -> Indonesian key word, one to one."""

WORDS: dict[str, str] = {
    "g": "g",
    "ml": "ml",
    "pcs": "buah",
    "batch": "per_adonan",
    "to_order": "sesuai_pesanan",
    "weekly": "tiap_minggu",
    "once": "sekali",
    "price": "harga",
    "footfall": "keramaian",
    "flood": "banjir",
    "production": "produksi",
    "ingredients": "bahan",
    "quality": "mutu",
    "promotion": "promosi",
    "staff": "pembantu",
    "hours": "jam",
    "equipment": "peralatan",
    "household": "rumah_tangga",
    "programmes": "program",
    "contracts": "pesanan_besar",
    "finance": "pinjaman",
    "cooperative": "koperasi",
    "inspection": "pemeriksaan",
    "day": "hari",
    "week": "minggu",
    "month": "bulan",
    "year": "tahun",
    "term": "seluruh_masa",
    "declining": "menurun",
    "flat": "tetap",
    "permit": "izin",
    "training": "pelatihan",
    "grant": "hibah",
    "bazaar": "bazar",
    "drop": "dilewati",
    "advance": "ditalangi",
    "open": "terbuka",
    "vote": "lewat_suara",
    "margin": "margin",
    "surplus": "pembagian_shu",
    "admission": "penerimaan",
    "own_product": "produk_sendiri",
    "stockouts": "kehabisan",
    "waste": "terbuang",
    "pooling": "patungan",
    "forecast": "perkiraan",
    "pricing": "penetapan_harga",
    "money": "keuangan",
    "marketing": "pemasaran",
    "cooperation": "kerja_sama",
}
"""English word of a fixed choice -> Indonesian word, one to one."""

Tree: TypeAlias = Any
"""Plain values: dicts, lists, texts, whole numbers."""


def field_word(field: str, language: Language) -> str:
    """The key word for a field in `language`."""
    return FIELDS.get(field, field) if language == "id" else field


def choice_word(word: str, language: Language) -> str:
    """The word for a fixed choice in `language`."""
    return WORDS.get(word, word) if language == "id" else word


def field_of(word: str, language: Language) -> str | None:
    """The field that a key word names in `language`; None where it names none."""
    if language == "en":
        return word if word in FIELDS else None
    return _FIELD_OF.get(word)


def choice_of(word: str, language: Language) -> str | None:
    """The fixed choice that a word stands for in `language`; None where it stands for none."""
    if language == "en":
        return word if word in WORDS else None
    return _CHOICE_OF.get(word)


_FIELD_OF = {indonesian: english for english, indonesian in FIELDS.items()}
_CHOICE_OF = {indonesian: english for english, indonesian in WORDS.items()}


# -- the structure of the models ----------------------------------------------------------


def members(annotation: Any) -> tuple[Any, ...]:
    """The plain types an annotation allows: unions taken apart, Annotated unwrapped."""
    origin = get_origin(annotation)
    if origin is Annotated:
        return members(get_args(annotation)[0])
    if origin in (Union, types.UnionType):
        return tuple(kind for part in get_args(annotation) for kind in members(part))
    return (annotation,)


def models_in(annotation: Any) -> tuple[type[BaseModel], ...]:
    """The models an annotation allows."""
    return tuple(
        kind
        for kind in members(annotation)
        if isinstance(kind, type) and issubclass(kind, BaseModel)
    )


def choices_in(annotation: Any) -> tuple[str, ...]:
    """The words of a Literal annotation; empty where it is none."""
    return tuple(
        word
        for kind in members(annotation)
        if get_origin(kind) is Literal
        for word in get_args(kind)
        if isinstance(word, str)
    )
