package org.openletter.embedded.wire;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import org.openletter.embedded.memory.Limits;
import org.openletter.embedded.memory.Work;
import org.openletter.embedded.refusal.Reason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Answers one client, one command after the other.
final class Connection extends SimpleChannelInboundHandler<Frame> {

  private static final Logger LOG = LoggerFactory.getLogger(Connection.class);
  private static final int OP_REPLY = 1;
  private static final int TOO_LARGE = 10334;
  private static final int INVALID_BSON = 22;

  private final Commands commands;
  private final Work work;

  Connection(Commands commands, Work work) {
    super(false);
    this.commands = commands;
    this.work = work;
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, Frame frame) {
    Document answer;
    try {
      answer = answer(context.channel(), frame);
    } catch (MongoServerError e) {
      answer = commands.problem(e);
    } catch (RuntimeException e) {
      LOG.debug("A message could not be read: {}", Reason.of(e));
      answer =
          commands.problem(
              new MongoServerError(
                  INVALID_BSON, "InvalidBSON", "embedded server: the message cannot be read"));
    } finally {
      frame.release();
    }
    if (frame.silent()) {
      LOG.debug("nobody waits for {}", answer.get("ok"));
    } else {
      send(context, frame, answer);
    }
  }

  private Document answer(Channel channel, Frame frame) {
    ByteBuf bytes = frame.bytes();
    if (bytes == null) {
      throw new MongoServerError(
          TOO_LARGE,
          "BSONObjectTooLarge",
          "embedded server: a message of "
              + frame.length()
              + " bytes is too large; documents may have "
              + Limits.OF_THIS_PROCESS.document());
    }
    try (Work.Share _ = work.take(Weight.of(frame.operation(), bytes))) {
      Request request = Request.of(frame.operation(), bytes);
      return commands.answer(channel, request.database(), request.command());
    }
  }

  private static void send(ChannelHandlerContext context, Frame frame, Document answer) {
    ByteBuf out = context.alloc().ioBuffer();
    boolean query = frame.operation() == Request.OP_QUERY;
    try {
      out.writeIntLE(0).writeIntLE(0).writeIntLE(frame.id());
      if (query) {
        out.writeIntLE(OP_REPLY).writeIntLE(0).writeLongLE(0).writeIntLE(0).writeIntLE(1);
      } else {
        out.writeIntLE(Request.OP_MSG).writeIntLE(0).writeByte(0);
      }
      BsonEncoder.encodeDocument(answer, out);
      out.setIntLE(out.readerIndex(), out.readableBytes());
    } catch (RuntimeException e) {
      out.release();
      LOG.error("An answer could not be written: {}", Reason.of(e));
      ChannelFuture _ = context.close();
      return;
    }
    ChannelFuture _ = context.writeAndFlush(out, context.voidPromise());
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    commands.gone(context.channel());
    context.fireChannelInactive();
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    LOG.warn("A connection is closed: {}", Reason.of(cause));
    ChannelFuture _ = context.close();
  }
}
