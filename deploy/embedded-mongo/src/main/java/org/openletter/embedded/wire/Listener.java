package org.openletter.embedded.wire;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.concurrent.TimeUnit;
import org.openletter.embedded.memory.Limits;
import org.openletter.embedded.memory.Work;
import org.openletter.embedded.refusal.CannotOpen;

/// Listens on the loopback address and gives every connection its handlers.
public final class Listener implements AutoCloseable {

  /// Commands block their thread, and connections share the threads.
  private static final int WORKERS = 32;

  /// Enough to sign in. A stranger may not fill the memory.
  private static final int STRANGERS_MESSAGE = 16 << 10;

  private static final long PATIENCE_SECONDS = 5;

  private final Commands commands;
  private final EventLoopGroup accepting = threads("embedded-mongo-accept", 1);
  private final EventLoopGroup working = threads("embedded-mongo", WORKERS);
  private final ChannelGroup clients = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
  private final Channel channel;

  /// Begins to listen.
  ///
  /// @param port on 127.0.0.1, 0 for any free one
  public Listener(Commands commands, int port) {
    this.commands = commands;
    this.channel = bind(port);
  }

  private static EventLoopGroup threads(String name, int count) {
    return new MultiThreadIoEventLoopGroup(
        count, new DefaultThreadFactory(name, true), NioIoHandler.newFactory());
  }

  private Channel bind(int port) {
    try {
      InetAddress loopback = InetAddress.getByAddress("127.0.0.1", new byte[] {127, 0, 0, 1});
      return new ServerBootstrap()
          .group(accepting, working)
          .channel(NioServerSocketChannel.class)
          .childOption(ChannelOption.TCP_NODELAY, true)
          .childHandler(
              new ChannelInitializer<SocketChannel>() {
                @Override
                protected void initChannel(SocketChannel client) {
                  clients.add(client);
                  client
                      .pipeline()
                      .addLast(new Frames(Listener.this::mostBytes))
                      .addLast(new Connection(commands, Work.OF_THIS_PROCESS));
                }
              })
          .bind(new InetSocketAddress(loopback, port))
          .syncUninterruptibly()
          .channel();
    } catch (UnknownHostException e) {
      throw new IllegalStateException("Four bytes are an address", e);
    } catch (Exception e) {
      // The network library throws checked exceptions without declaring them.
      stopThreads();
      throw new CannotOpen("Port " + port + " on 127.0.0.1 cannot be used: " + e.getMessage(), e);
    }
  }

  private int mostBytes(Channel client) {
    return commands.isTrusted(client) ? Limits.OF_THIS_PROCESS.message() : STRANGERS_MESSAGE;
  }

  /// The port it listens on.
  public int port() {
    return ((InetSocketAddress) channel.localAddress()).getPort();
  }

  /// Ends all connections. A command that is running may end first.
  @Override
  public void close() {
    channel.close().syncUninterruptibly();
    clients.close().awaitUninterruptibly(PATIENCE_SECONDS, TimeUnit.SECONDS);
    stopThreads();
  }

  private void stopThreads() {
    Future<?> last = accepting.shutdownGracefully(0, PATIENCE_SECONDS, TimeUnit.SECONDS);
    last.awaitUninterruptibly(PATIENCE_SECONDS, TimeUnit.SECONDS);
    last = working.shutdownGracefully(0, PATIENCE_SECONDS, TimeUnit.SECONDS);
    last.awaitUninterruptibly(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }
}
