-- Nobody is left claimed: what became of a text is written down within hours.
SELECT reminder.worker_id AS broken, month, step, claimed_at
FROM reminder
LEFT JOIN watermark ON watermark.zone = reminder.zone
CROSS JOIN setting
WHERE status = 'claimed' AND (claimed_at < exported_at - INTERVAL '24' HOUR OR day <= through)
