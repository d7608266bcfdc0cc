"""Vectors in half precision: small, and the same to three digits."""

import numpy as np

from vectorstore.tables.vector_rows import packed, unpacked


def test_packing_halves_the_room_and_keeps_the_cosine_to_three_digits() -> None:
    vectors = np.random.default_rng(7).normal(size=(200, 384)).astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    rows = packed(vectors)
    assert {len(row) for row in rows} == {2 * 384}
    back = unpacked(rows, 384)
    assert back.dtype == np.float32
    assert np.abs(back @ vectors.T - vectors @ vectors.T).max() < 0.001
    assert packed(back) == rows  # written and read any number of times


def test_no_rows_are_an_empty_matrix() -> None:
    assert unpacked([], 384).shape == (0, 384)
