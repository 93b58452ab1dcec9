"""What is measured of recommendations, in small."""

from bench.tastes.__main__ import opened


def test_rules_beat_popularity_and_chance_and_gain_by_feedback(tmp_path):
    world = opened(tmp_path, guests=40, activities=80, seed=7)
    world.live()

    chance, popular = world.hits(world.by_chance), world.hits(world.by_popularity)
    before = world.hits(world.by_rules)
    for _ in range(3):
        world.say()
    after = world.hits(world.by_rules)
    world.resort.close()

    assert before > 1.5 * max(chance, popular)
    assert after >= before
