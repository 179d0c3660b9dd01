using CaseFlow.Engine.Execution;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Model;
using CaseFlow.Engine.Reading;

namespace CaseFlow.Benchmarks.Speed;

/// <summary>
/// "arende-bench": completed, sorted, and then one of three ways; one of them forks to two tasks and joins. Small, but with what
/// every case does: waiting, a choice by data, and parallel work.
/// </summary>
internal static class ReferenceProcess
{
    public const string Id = "arende-bench";
    public static readonly string[] Routes = ["VVG", "PARTS", "SRO"];

    private const string Header =
        """<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="d" targetNamespace="https://caseflow.dev/benchmark">""";

    public static ModelBundle Compile() => Compile(
        Header + $"""
        <process id="{Id}" isExecutable="true">
          <startEvent id="start"/><userTask id="komplettera"/><userTask id="sortera"/><exclusiveGateway id="utfall" default="f-sro"/>
          <parallelGateway id="dela"/><userTask id="bered-a"/><userTask id="bered-b"/><parallelGateway id="samla"/><userTask id="part"/><userTask id="sro"/><endEvent id="slut"/>
          {Flow("f1", "start", "komplettera")}{Flow("f2", "komplettera", "sortera")}{Flow("f3", "sortera", "utfall")}
          {Flow("f-vvg", "utfall", "dela", "route = \"VVG\"")}{Flow("f-parts", "utfall", "part", "route = \"PARTS\"")}{Flow("f-sro", "utfall", "sro")}
          {Flow("f4", "dela", "bered-a")}{Flow("f5", "dela", "bered-b")}{Flow("f6", "bered-a", "samla")}{Flow("f7", "bered-b", "samla")}{Flow("f8", "samla", "slut")}
          {Flow("f9", "part", "slut")}{Flow("f10", "sro", "slut")}
        </process></definitions>
        """);

    /// <summary>A chain of user tasks with as many elements, flows not counted.</summary>
    public static string Chain(int elements)
    {
        var text = new System.Text.StringBuilder(Header).Append("""<process id="kedja" isExecutable="true"><startEvent id="e0"/>""");
        for (var i = 1; i < elements - 1; i++)
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"""<userTask id="e{i}"/>""").Append(Flow($"f{i}", $"e{i - 1}", $"e{i}"));
        return text.Append(System.Globalization.CultureInfo.InvariantCulture, $"""<endEvent id="e{elements - 1}"/>""").Append(Flow("f", $"e{elements - 2}", $"e{elements - 1}")).Append("</process></definitions>").ToString();
    }

    /// <summary>A user task that is multiplied as many times as the variable says; one token each.</summary>
    public static ModelBundle Wide() => Compile(
        Header + $"""
        <process id="bred" isExecutable="true"><startEvent id="s"/>
          <userTask id="t"><multiInstanceLoopCharacteristics><loopCardinality xsi:type="tFormalExpression">antal</loopCardinality></multiInstanceLoopCharacteristics></userTask><endEvent id="e"/>
          {Flow("f1", "s", "t")}{Flow("f2", "t", "e")}
        </process></definitions>
        """);

    public static ModelBundle Compile(string xml)
    {
        var result = ModelBundle.Compile([new SourceFile("model.bpmn", xml)]);
        return result.Bundle ?? throw new InvalidOperationException(string.Join('\n', result.Findings.Where(f => f.Severity == FindingSeverity.Error).Select(f => f.En)));
    }

    public static InstanceState Started(ModelBundle models, string process, Moment moment, params (string Name, FeelValue Value)[] variables)
    {
        var state = new InstanceState();
        Accept(ProcessEngine.Execute(models, state, new StartProcess(process, FeelContext.Of(variables.Select(v => KeyValuePair.Create(v.Name, v.Value)))), moment));
        return state;
    }

    public static int Accept(ExecutionResult result) =>
        result.Rejection is { } rejection ? throw new InvalidOperationException(rejection.En) : result.Facts.Count;

    private static string Flow(string id, string from, string to, string? condition = null) =>
        $"""<sequenceFlow id="{id}" sourceRef="{from}" targetRef="{to}">{(condition is null ? "" : $"""<conditionExpression xsi:type="tFormalExpression">{condition}</conditionExpression>""")}</sequenceFlow>""";
}
