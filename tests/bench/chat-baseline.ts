// What the chat is measured beside: a bare Socket.io server that inserts with pg, relays to the room and acknowledges.
import { createServer } from "node:http";
import pg from "pg";
import { Server } from "socket.io";

const pool = new pg.Pool({ connectionString: process.env.BASELINE_DATABASE_URL, max: 10 });
const http = createServer((_, response) => response.end("ok"));
const io = new Server(http, { transports: ["websocket"], serveClient: false });

io.on("connection", (socket) => {
  const { rooms, author } = socket.handshake.auth;
  socket.join(rooms);
  socket.on("message", async ({ room, text }, answer) => {
    const { rows } = await pool.query(
      "INSERT INTO baseline_messages (room, author, text) VALUES ($1, $2, $3) RETURNING id, sent_at",
      [room, author, text],
    );
    const message = { id: rows[0].id, room, author, text, sentAt: rows[0].sent_at };
    io.to(room).emit("message", message);
    answer(message);
  });
});

http.listen(Number(process.env.BASELINE_PORT), "127.0.0.1");
process.once("disconnect", () => process.exit(0));
