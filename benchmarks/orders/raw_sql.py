"""The statements of one update in plain SQL, for the bare prototype: the same reads and writes as the program's."""

CREDENTIAL = """SELECT c.*,
(SELECT group_concat(d.dealer_id, ',') FROM credential_dealers d WHERE d.credential_id = c.id)
FROM credentials c WHERE c.id = ?"""
DEALER = "SELECT id, name, dealer_code FROM dealers WHERE dealer_code = ?"
PARTS = """SELECT code, brand_code, part_code FROM order_lines WHERE order_id =
(SELECT max(id) FROM orders WHERE dealer_id = ? AND document_number = ?)"""
ORDER = """SELECT id, document_number, tracking_status, vendor_status, customer_status, closed_at FROM orders
WHERE dealer_id = ? AND document_number = ? ORDER BY id DESC LIMIT 1"""
LINES = """SELECT id, number, item_id, code, brand_code, part_code, core, open, backorder, reserved, issued, packed,
in_transit, delivered, invoiced, cancelled, allocated, over_shipped
FROM order_lines WHERE order_id = ? ORDER BY number"""
REPEAT = """SELECT id FROM tracking_updates WHERE order_id = ? AND fingerprint = ? AND
(taken_at >= ? OR id = (SELECT max(id) FROM tracking_updates WHERE order_id = ?)) LIMIT 1"""
UPDATE = """INSERT INTO tracking_updates (order_id, taken_at, status, type, fulfilment_status, parts, carrier,
shipped_on, method, tracking_id, tracking_url, custom_fields, fingerprint, warnings)
VALUES (?, ?, ?, ?, '', ?, ?, ?, ?, ?, ?, '', ?, '[]') RETURNING id"""
STATUS = "UPDATE orders SET tracking_status = ? WHERE id = ?"
MOVE = """UPDATE order_lines SET open = ?, backorder = ?, reserved = ?, issued = ?, packed = ?, in_transit = ?,
delivered = ?, invoiced = ?, cancelled = ?, allocated = ?, over_shipped = ? WHERE id = ?"""
STOCK = "SELECT id, on_hand, reserved FROM items WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id"
HAND_OUT = "UPDATE items SET on_hand = on_hand - ?, reserved = reserved - ?, changed_at = ? WHERE id = ?"
EVENT = """INSERT INTO events (occurred_at, kind, subject, data, actor, door, request_id, payload)
VALUES (?, ?, ?, ?, ?, 'order_tracking', ?, ?) RETURNING id"""
JOB = """INSERT INTO jobs (kind, key, payload, event_id, state, run_at, due_since, created_at)
VALUES ('send_mail', ?, ?, ?, 'ready', ?, ?, ?) ON CONFLICT (key) DO NOTHING RETURNING id"""
