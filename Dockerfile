# One image for every piece: `resortbook api`, `whatsapp`, `worker`, `db upgrade`.
# What is installed is named by the lock files, with hashes; nothing is built in the last stage.

FROM node:22-bookworm-slim AS web
WORKDIR /work
COPY apps/web/package.json apps/web/package-lock.json apps/web/.npmrc ./
RUN npm ci --no-audit --no-fund --loglevel=error
COPY apps/web/ ./
RUN npm run --silent build

FROM python:3.11-slim-bookworm AS build
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1
WORKDIR /work
# What others wrote changes rarely: its layer is kept while only our code changes.
COPY requirements/production.lock requirements/production.lock
RUN python -m venv /opt/resortbook \
 && /opt/resortbook/bin/pip install --require-hashes -r requirements/production.lock
COPY pyproject.toml README.md LICENSE ./
COPY src/ src/
COPY migrations/ migrations/
COPY apps/api/ apps/api/
COPY apps/whatsapp/ apps/whatsapp/
COPY apps/worker/ apps/worker/
COPY apps/cli/ apps/cli/
COPY --from=web /work/dist/ apps/api/resortbook_api/static/web/
# Built by the hatchling of the lock, which then goes, and pip with it.
RUN /opt/resortbook/bin/pip install --no-build-isolation --no-deps . \
 && /opt/resortbook/bin/pip uninstall --yes hatchling trove-classifiers pathspec \
 && /opt/resortbook/bin/pip uninstall --yes setuptools pip

FROM python:3.11-slim-bookworm AS run
# The base image's own pip and setuptools are of no use to a server.
RUN rm -rf /usr/local/lib/python3.11/site-packages/* /usr/local/lib/python3.11/ensurepip \
      /usr/local/bin/pip* /usr/local/bin/wheel* \
 && groupadd --gid 10001 resortbook \
 && useradd --uid 10001 --gid 10001 --no-create-home --home-dir /nonexistent resortbook \
 && install -d -o 10001 -g 10001 /var/lib/resortbook/media
COPY --from=build /opt/resortbook/ /opt/resortbook/
ENV PATH=/opt/resortbook/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    RESORTBOOK_ENV=production \
    HOST=0.0.0.0 \
    MEDIA_DIR=/var/lib/resortbook/media
WORKDIR /var/lib/resortbook
USER 10001:10001
VOLUME /var/lib/resortbook/media
EXPOSE 8000 8001 8002
STOPSIGNAL SIGTERM
ENTRYPOINT ["resortbook"]
CMD ["api"]
