-- The same resort as the product's, for the Django application. Numbers in braces are filled in.

CREATE FUNCTION pg_temp.made(kind int, number bigint) RETURNS uuid LANGUAGE sql IMMUTABLE AS
$$SELECT ('01900000-0000-7000-80' || lpad(to_hex(kind), 2, '0') || '-' || lpad(to_hex(number), 12, '0'))::uuid$$;

INSERT INTO resort_activity
    (id, slug, name, description, category, currency, price, duration_minutes, capacity_per_slot,
     location, meeting_point, requirements, bring, is_active, created_at, updated_at)
SELECT pg_temp.made({activity}, n), 'reef-snorkeling-' || n, 'Reef Snorkeling ' || n,
    '{description}', 'watersports', 'USD', {lowest_price} + n, 90, {rush_seats}, 'North Pier',
    'The blue hut at the end of the pier', 'You can swim', 'Towel, hat, sun cream', true,
    now(), now()
FROM generate_series(0, {activities} - 1) n;

INSERT INTO resort_rate (activity_id, code, label, price, position)
SELECT pg_temp.made({activity}, n), code, label, price, position
FROM generate_series(0, {activities} - 1) n,
    (VALUES ('adult', 'Adult', 80, 0), ('child', 'Child', 40, 1)) r (code, label, price, position);

INSERT INTO resort_activityimage (activity_id, url, alt_text, is_primary, "order")
SELECT pg_temp.made({activity}, n), '/media/activity-' || n || '-' || o || '.jpg',
    'Guests and crew on the water', o = 0, o
FROM generate_series(0, {activities} - 1) n, generate_series(0, 1) o;

INSERT INTO resort_timeslot
    (id, activity_id, start_time, end_time, capacity, booked_count, is_available)
SELECT pg_temp.made({slot}, n), pg_temp.made({activity}, n % {activities}),
    now() + interval '24 hours' + n / {activities} * interval '1 hour',
    now() + interval '26 hours' + n / {activities} * interval '1 hour',
    CASE WHEN n < {first_rush_slot} THEN {plenty} ELSE {rush_seats} END, 0, true
FROM generate_series(0, {slots} - 1) n;

INSERT INTO auth_user
    (id, password, is_superuser, username, first_name, last_name, email, is_staff, is_active,
     date_joined)
SELECT n + 1, '!', false, '+1415' || 5550000 + n, 'Ana', 'Morales', '', false, true, now()
FROM generate_series(0, {guests} - 1) n;

INSERT INTO authtoken_token (key, created, user_id)
SELECT lpad(n::text, 40, '0'), now(), n + 1 FROM generate_series(0, {guests} - 1) n;

INSERT INTO resort_booking
    (id, guest_id, activity_id, time_slot_id, status, participants, total_price,
     special_requests, lead_name, room, booking_source, created_at, expires_at)
SELECT pg_temp.made({past_booking}, n), n % {guests} + 1, pg_temp.made({activity}, 0),
    pg_temp.made({slot}, 0), 'completed', 1, 80, 'A place in the shade, please', 'Ana Morales',
    '1204', 'web', now(), NULL
FROM generate_series(1, {past_bookings}) n;

VACUUM (ANALYZE);
