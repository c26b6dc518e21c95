#!/bin/sh
# The topics of the contracts, and the dead letters of each hearer: name, partitions, milliseconds kept, of a segment.
set -eu
while read -r name partitions retention segment; do
  /opt/kafka/bin/kafka-topics.sh --bootstrap-server kafka:9092 --create --if-not-exists --topic "$name" \
    --partitions "$partitions" --replication-factor 1 --config "retention.ms=$retention" --config "segment.ms=$segment"
done <<TOPICS
latchkey.account 3 7776000000 604800000
latchkey.account.auth-service.dlq 1 7776000000 604800000
latchkey.account.mfa-service.dlq 1 7776000000 604800000
latchkey.account.notification-service.dlq 1 7776000000 604800000
latchkey.account.token-service.dlq 1 7776000000 604800000
latchkey.authorization 3 7776000000 604800000
latchkey.authorization.notification-service.dlq 1 7776000000 604800000
latchkey.delivery 3 604800000 201600000
latchkey.delivery.mfa-service.dlq 1 604800000 201600000
latchkey.message 3 1800000 600000
latchkey.message.notification-service.dlq 1 1800000 600000
latchkey.mfa 3 7776000000 604800000
latchkey.mfa.auth-service.dlq 1 7776000000 604800000
latchkey.mfa.notification-service.dlq 1 7776000000 604800000
TOPICS
