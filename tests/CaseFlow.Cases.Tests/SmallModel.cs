using CaseFlow.Engine.Model;

namespace CaseFlow.Cases.Tests;

/// <summary>Small models, written as little as possible.</summary>
internal static class SmallModel
{
    /// <summary>A file with one executable process that has the given content.</summary>
    public static SourceFile Process(string id, string content, string roots = "") => new($"{id}/process.bpmn", $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
            xmlns:caseflow="https://caseflow.dev/schema/bpmn/v1" id="definitions" targetNamespace="https://caseflow.dev/test">
          {roots}
          <bpmn:process id="{id}" name="{id}" isExecutable="true">
            {content}
          </bpmn:process>
        </bpmn:definitions>
        """);

    public static string Start(string id = "Start") => $"""<bpmn:startEvent id="{id}" />""";

    public static string End(string id = "End") => $"""<bpmn:endEvent id="{id}" />""";

    /// <summary>The elements one after the other.</summary>
    public static string Flow(params string[] ids) =>
        string.Concat(ids.Zip(ids.Skip(1), (from, to) => $"""<bpmn:sequenceFlow id="{from}_{to}" sourceRef="{from}" targetRef="{to}" />"""));

    /// <param name="extensions">What stands in <c>extensionElements</c>.</param>
    /// <param name="content">What follows: multi-instance, and so on.</param>
    public static string UserTask(string id, string name, string extensions, string content = "") =>
        $"""<bpmn:userTask id="{id}" name="{name}"><bpmn:extensionElements>{extensions}</bpmn:extensionElements>{content}</bpmn:userTask>""";

    public static string Candidates(string role, string? side = null, string? area = null) =>
        $"""<caseflow:candidates role="{role}"{Attribute("side", side)}{Attribute("area", area)} />""";

    public static string ServiceTask(string id, string topic, string mode, string extensions = "") =>
        $"""<bpmn:serviceTask id="{id}" name="{id}"><bpmn:extensionElements><caseflow:topic name="{topic}" mode="{mode}" />{extensions}</bpmn:extensionElements></bpmn:serviceTask>""";

    public static string Message(string id, string name) => $"""<bpmn:message id="{id}" name="{name}" />""";

    public static string Catch(string id, string messageId, string key) => $"""
        <bpmn:intermediateCatchEvent id="{id}" name="{id}"><bpmn:extensionElements><caseflow:correlation key="{key}" /></bpmn:extensionElements>
          <bpmn:messageEventDefinition id="{id}_m" messageRef="{messageId}" /></bpmn:intermediateCatchEvent>
        """;

    public static string Throw(string id, string messageId, string key, string payload = "") => $"""
        <bpmn:intermediateThrowEvent id="{id}" name="{id}"><bpmn:extensionElements><caseflow:correlation key="{key}" />{payload}</bpmn:extensionElements>
          <bpmn:messageEventDefinition id="{id}_m" messageRef="{messageId}" /></bpmn:intermediateThrowEvent>
        """;

    public static string Timer(string id, string duration) => $"""
        <bpmn:intermediateCatchEvent id="{id}" name="{id}"><bpmn:timerEventDefinition id="{id}_t"><bpmn:timeDuration>{duration}</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>
        """;

    private static string Attribute(string name, string? value) => value is null ? "" : $" {name}=\"{value}\"";
}
