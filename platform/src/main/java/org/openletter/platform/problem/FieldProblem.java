package org.openletter.platform.problem;

/// What is wrong with one field of a form or a body.
///
/// @param field the name of the field as the caller sent it
/// @param sentence what a person can do about it, in plain words
public record FieldProblem(String field, String sentence) {}
