package org.openletter.gateway.door.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openletter.gateway.look.page.Access;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.context.support.StaticWebApplicationContext;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

class PageAccessTest {

  private final RequestMappingHandlerMapping mapping = new RequestMappingHandlerMapping();

  @Access(Access.To.SIGNED_IN)
  static final class Declared {

    void show() {}

    @Access(value = Access.To.EVERYBODY, cached = true)
    void list() {}
  }

  static final class Undeclared {

    void show() {}
  }

  @BeforeEach
  void begin() {
    mapping.setApplicationContext(new StaticWebApplicationContext());
    mapping.afterPropertiesSet();
  }

  private void page(RequestMethod method, String address, Object pages, String name)
      throws NoSuchMethodException {
    mapping.registerMapping(
        RequestMappingInfo.paths(address)
            .methods(method)
            .options(mapping.getBuilderConfiguration())
            .build(),
        pages,
        pages.getClass().getDeclaredMethod(name));
  }

  private PageAccess started() {
    StaticListableBeanFactory beans = new StaticListableBeanFactory();
    beans.addBean("mapping", mapping);
    PageAccess access = new PageAccess(beans.getBeanProvider(RequestMappingHandlerMapping.class));
    access.afterSingletonsInstantiated();
    return access;
  }

  private static MockHttpServletRequest request(String method, String path) {
    return new MockHttpServletRequest(method, path);
  }

  @Test
  void aMethodsOwnWordGoesBeforeThatOfItsClass() throws NoSuchMethodException {
    page(RequestMethod.GET, "/things", new Declared(), "list");
    page(RequestMethod.POST, "/things", new Declared(), "show");
    page(RequestMethod.GET, "/things/{id:[0-9]+}", new Declared(), "show");
    PageAccess access = started();

    assertThat(access.of(request("GET", "/things")).orElseThrow().value())
        .isEqualTo(Access.To.EVERYBODY);
    assertThat(access.sameForStrangers(request("HEAD", "/things"))).isTrue();
    assertThat(access.of(request("POST", "/things")).orElseThrow().value())
        .isEqualTo(Access.To.SIGNED_IN);
    assertThat(access.sameForStrangers(request("GET", "/things/1"))).isFalse();
    assertThat(access.of(request("GET", "/things/one"))).isEmpty();
  }

  @Test
  void theMostExactAddressCounts() throws NoSuchMethodException {
    page(RequestMethod.GET, "/things/{name}", new Declared(), "show");
    page(RequestMethod.GET, "/things/all", new Declared(), "list");

    assertThat(started().sameForStrangers(request("GET", "/things/all"))).isTrue();
  }

  @Test
  void aPageThatSaysNothingKeepsTheGatewayFromStarting() throws NoSuchMethodException {
    page(RequestMethod.GET, "/forgotten", new Undeclared(), "show");

    assertThatThrownBy(this::started)
        .hasMessageContaining("@Access")
        .hasMessageContaining("Undeclared");
  }
}
