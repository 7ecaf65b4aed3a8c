# The server as a container; the database and the TLS proxy come with compose.yaml.
FROM node:22-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data
WORKDIR /app
# Packages first: they change less often than the code. No install script is needed.
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund && npm cache clean --force
# tsconfig.json tells tsx, which runs the TypeScript as it is, how pages are written.
COPY LICENSE tsconfig.json ./
COPY server ./server
COPY jobs ./jobs
COPY models ./models
COPY templates ./templates
# Only without MONGODB_URI or SECRET_KEY anything is kept here.
RUN mkdir /data && chown node:node /data
USER node
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:3000/readyz').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# As npm start does; SIGTERM reaches the server itself, which ends its work before it goes.
CMD ["node", "--import", "tsx", "server/main.ts"]
