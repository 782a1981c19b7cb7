package org.openletter.gateway.door.draft;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openletter.gateway.door.error.Asked;
import org.openletter.gateway.door.form.SentForm;
import org.openletter.gateway.door.person.Person;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Forgets a kept form once it was sent and taken.
@Component
class SettleSent implements HandlerInterceptor, WebMvcConfigurer {

  private final Parked parked;

  SettleSent(Parked parked) {
    this.parked = parked;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this);
  }

  @Override
  public void afterCompletion(
      HttpServletRequest request,
      HttpServletResponse response,
      Object handler,
      @Nullable Exception failure) {
    if (failure == null
        && response.getStatus() < 400
        && !Asked.onlyReads(request)
        && Person.current().isPresent()) {
      // From `/kept`, or the same from anywhere else. Other words for the same place, such as what
      // the editor keeps by itself, are no reason to throw these away.
      String kept = String.valueOf(request.getParameter("kept"));
      Optional<SentForm> sent = SentForm.in(request, request.getRequestURI());
      parked.settle(
          request,
          draft ->
              draft.isFor(Parked.FORM, request.getRequestURI())
                  && (draft.name().equals(kept)
                      || sent.isPresent()
                          && draft.sent().filter(sent.get()::saysTheSame).isPresent()));
    }
  }
}
