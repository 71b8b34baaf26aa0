# Linted with hadolint, not built by the tests: no Docker engine runs where they do. See docs/operations.md.
FROM python:3.11-slim-bookworm AS build
WORKDIR /opt/lianxin
COPY requirements.lock pyproject.toml README.md ./
RUN python -m venv .venv \
    && .venv/bin/pip install --no-cache-dir --require-hashes -r requirements.lock
COPY . .
RUN .venv/bin/pip install --no-cache-dir --no-deps .

FROM python:3.11-slim-bookworm
# pg_dump and pg_restore, for `lianxin backup` on PostgreSQL; versions follow Debian's security updates.
# hadolint ignore=DL3008
RUN apt-get update \
    && apt-get install --yes --no-install-recommends postgresql-client \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --system --home-dir /var/lib/lianxin --create-home --uid 10001 --shell /usr/sbin/nologin lianxin
COPY --from=build /opt/lianxin /opt/lianxin
USER 10001
WORKDIR /var/lib/lianxin
VOLUME ["/var/lib/lianxin"]
EXPOSE 8443
# SIGTERM is answered within 10 seconds.
STOPSIGNAL SIGTERM
ENTRYPOINT ["/opt/lianxin/.venv/bin/lianxin"]
CMD ["run", "--config", "/var/lib/lianxin/config.toml"]
