// The least a server like ours can be: Express, Socket.IO and the embedded database, each as its package comes, with one row to answer from.
// Started by start.ts.
import { createServer } from "node:http";
import { DatabaseSync } from "@photostructure/sqlite";
import express from "express";
import { Server } from "socket.io";

const database = new DatabaseSync(":memory:");
database.exec("create table greeting (word text); insert into greeting values ('hello')");
const app = express();
app.get("/readyz", (_request, response) => {
  response.send(database.prepare("select word from greeting").get());
});
const server = createServer(app);
new Server(server);
server.listen(Number(process.env.PORT), "127.0.0.1");
