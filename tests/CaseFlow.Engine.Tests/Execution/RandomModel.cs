using System.Text;

namespace CaseFlow.Engine.Tests.Execution;

/// <summary>A random block-structured model: every block has one way in and one way out, so that every token can come home.</summary>
internal sealed class RandomModel
{
    internal const string Roots =
        """
        <message id="m" name="m"/><error id="fel" errorCode="FEL"/>
        <process id="annan" isExecutable="true"><startEvent id="an1"/><userTask id="an2"/><endEvent id="an3"/>
        an1 -> an2 -> an3
        </process>
        """;

    private readonly StringBuilder _body = new();
    private int _next;
    private int _left = 14;

    internal RandomModel(Random random)
    {
        Random = random;
        Line("<startEvent id=\"s\"/><endEvent id=\"e\"/>");
        var (first, last) = Block(0);
        Line($"s -> {first}").Line($"{last} -> e");
    }

    internal Random Random { get; }

    internal string Body => _body.ToString();

    private (string First, string Last) Block(int depth)
    {
        _left--;
        if (depth > 3 || _left <= 0)
            return Task();
        return Random.Next(11) switch
        {
            0 or 1 => Sequence(depth),
            2 => Parallel(depth),
            3 => Exclusive(depth),
            4 => Inclusive(depth),
            5 => SubProcess(depth),
            6 => MultiInstance(),
            7 => Call(),
            8 => EventGateway(depth),
            9 => Boundary(depth),
            _ => Task(),
        };
    }

    private RandomModel Line(string text)
    {
        _body.Append(text).Append('\n');
        return this;
    }

    private string Id(string kind) => $"{kind}{++_next}";

    private (string First, string Last) Task()
    {
        var id = Id("t");
        Line(Random.Next(4) switch
        {
            0 => $"<serviceTask id=\"{id}\"><extensionElements><caseflow:topic name=\"x\" mode=\"job\"/></extensionElements></serviceTask>",
            1 => $"<scriptTask id=\"{id}\"><extensionElements><caseflow:script result=\"x\"/></extensionElements><script>modulo(x + 1, 4)</script></scriptTask>",
            2 => $"<receiveTask id=\"{id}\" messageRef=\"m\"/>",
            _ => $"<userTask id=\"{id}\"/>",
        });
        return (id, id);
    }

    private (string First, string Last) Sequence(int depth)
    {
        var first = Block(depth + 1);
        var second = Block(depth + 1);
        Line($"{first.Last} -> {second.First}");
        return (first.First, second.Last);
    }

    private (string First, string Last) Parallel(int depth) => Split(depth, "parallelGateway", _ => "");

    private (string First, string Last) Exclusive(int depth) => Split(depth, "exclusiveGateway", i => i == 0 ? " [default]" : $" [x = {i}]");

    private (string First, string Last) Inclusive(int depth) => Split(depth, "inclusiveGateway", i => i == 0 ? " [default]" : $" [x >= {i}]");

    private (string First, string Last) Split(int depth, string gateway, Func<int, string> condition)
    {
        var (split, join) = (Id("g"), Id("g"));
        Line($"<{gateway} id=\"{split}\"/><{gateway} id=\"{join}\"/>");
        for (var i = 0; i < 2 + Random.Next(2); i++)
        {
            var (first, last) = Block(depth + 1);
            Line($"{split} -> {first}{condition(i)}").Line($"{last} -> {join}");
        }

        return (split, join);
    }

    private (string First, string Last) SubProcess(int depth)
    {
        var (id, start, end) = (Id("sub"), Id("s"), Id("e"));
        Line($"<subProcess id=\"{id}\"><startEvent id=\"{start}\"/><endEvent id=\"{end}\">{(Random.Next(3) == 0 ? "<terminateEventDefinition/>" : "")}</endEvent>");
        var (first, last) = Block(depth + 1);
        Line($"{start} -> {first}").Line($"{last} -> {end}");
        if (Random.Next(2) == 0)
        {
            var (handler, caught, task) = (Id("h"), Id("s"), Id("t"));
            var interrupting = Random.Next(2) == 0 ? "true" : "false";
            Line($"<subProcess id=\"{handler}\" triggeredByEvent=\"true\"><startEvent id=\"{caught}\" isInterrupting=\"{interrupting}\"><timerEventDefinition><timeDuration>P1D</timeDuration></timerEventDefinition></startEvent><userTask id=\"{task}\"/>")
                .Line($"{caught} -> {task}").Line("</subProcess>");
        }

        Line("</subProcess>");
        return (id, id);
    }

    private (string First, string Last) MultiInstance()
    {
        var id = Id("mi");
        var condition = Random.Next(2) == 0 ? "<completionCondition>numberOfCompletedInstances >= 2</completionCondition>" : "";
        Line($"<userTask id=\"{id}\"><multiInstanceLoopCharacteristics isSequential=\"{(Random.Next(2) == 0 ? "true" : "false")}\"><loopCardinality>{Random.Next(4)}</loopCardinality>{condition}</multiInstanceLoopCharacteristics></userTask>");
        return (id, id);
    }

    private (string First, string Last) Call()
    {
        var id = Id("c");
        Line($"<callActivity id=\"{id}\" calledElement=\"annan\"/>");
        return (id, id);
    }

    private (string First, string Last) EventGateway(int depth)
    {
        var (gateway, timer, message, merge) = (Id("g"), Id("ev"), Id("ev"), Id("g"));
        Line($"<eventBasedGateway id=\"{gateway}\"/><exclusiveGateway id=\"{merge}\"/>")
            .Line($"<intermediateCatchEvent id=\"{timer}\"><timerEventDefinition><timeDuration>P1D</timeDuration></timerEventDefinition></intermediateCatchEvent>")
            .Line($"<intermediateCatchEvent id=\"{message}\"><messageEventDefinition messageRef=\"m\"/></intermediateCatchEvent>");
        var (first, last) = Block(depth + 1);
        Line($"{gateway} -> {timer} -> {first}").Line($"{last} -> {merge}").Line($"{gateway} -> {message} -> {merge}");
        return (gateway, merge);
    }

    private (string First, string Last) Boundary(int depth)
    {
        var (sub, timer, error, merge, end) = (Id("sub"), Id("b"), Id("b"), Id("g"), Id("e"));
        var interrupting = Random.Next(2) == 0;
        Line($"<subProcess id=\"{sub}\">");
        var inside = Block(depth + 1);
        Line($"<endEvent id=\"{end}\"/>").Line($"{inside.Last} -> {end}");
        Line($"</subProcess><exclusiveGateway id=\"{merge}\"/>")
            .Line($"<boundaryEvent id=\"{timer}\" attachedToRef=\"{sub}\" cancelActivity=\"{(interrupting ? "true" : "false")}\"><timerEventDefinition><timeDuration>P1D</timeDuration></timerEventDefinition></boundaryEvent>")
            .Line($"<boundaryEvent id=\"{error}\" attachedToRef=\"{sub}\"><errorEventDefinition errorRef=\"fel\"/></boundaryEvent>");
        var (first, last) = Block(depth + 1);
        Line($"{sub} -> {merge}").Line($"{error} -> {merge}").Line($"{timer} -> {first}");
        var home = interrupting ? merge : Id("e");
        if (!interrupting)
            Line($"<endEvent id=\"{home}\"/>");
        Line($"{last} -> {home}");
        return (sub, merge);
    }
}
