package org.openletter.embedded.wire;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.netty.handler.codec.CorruptedFrameException;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/// Cuts what arrives into messages. One that is too large is read past and never kept, so that the
/// connection goes on after the refusal.
final class Frames extends ByteToMessageDecoder {

  private final ToIntFunction<Channel> mostBytes;
  private long toPass;
  private @Nullable Frame passing;

  /// Asked for each message: strangers get less than those who gave the password.
  Frames(ToIntFunction<Channel> mostBytes) {
    this.mostBytes = mostBytes;
  }

  @Override
  protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
    if (passing != null) {
      pass(passing, in, out);
    } else if (in.readableBytes() >= Frame.SHORTEST) {
      int length = in.getIntLE(in.readerIndex());
      int id = in.getIntLE(in.readerIndex() + 4);
      int operation = in.getIntLE(in.readerIndex() + 12);
      boolean silent =
          operation == Request.OP_MSG
              && Request.isSilent(in.getIntLE(in.readerIndex() + Frame.HEADER));
      if (length < Frame.SHORTEST) {
        throw new CorruptedFrameException("a message of " + length + " bytes");
      }
      if (length > mostBytes.applyAsInt(context.channel())) {
        passing = new Frame(id, operation, length, silent, null);
        toPass = length;
      } else if (in.readableBytes() >= length) {
        out.add(new Frame(id, operation, length, silent, in.readRetainedSlice(length)));
      }
    }
  }

  private void pass(Frame frame, ByteBuf in, List<Object> out) {
    int passed = (int) Math.min(toPass, in.readableBytes());
    in.skipBytes(passed);
    toPass -= passed;
    if (toPass == 0) {
      passing = null;
      out.add(frame);
    }
  }
}
