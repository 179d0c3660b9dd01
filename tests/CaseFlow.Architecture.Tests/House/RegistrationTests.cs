using System.Collections;
using System.Reflection;
using CaseFlow.Contracts;
using CaseFlow.Engine.Execution;
using NUnit.Framework;

namespace CaseFlow.Architecture.Tests.House;

/// <summary>What must stand in a table stands there: a fact that cannot be stored, or a message that cannot be sent, is found here and not in production.</summary>
internal sealed class RegistrationTests
{
    [Test]
    public void Every_fact_has_a_stored_form()
    {
        // Internal to the engine: the table itself is no part of its surface.
        Type formats = typeof(Fact).Assembly.GetType("CaseFlow.Engine.Execution.FactFormats", throwOnError: true)!; // throws when it is gone
        object? table = formats.GetMember("ByType", BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public).Single() switch
        {
            PropertyInfo property => property.GetValue(null),
            FieldInfo field => field.GetValue(null),
            _ => null,
        };
        IEnumerable<Type> registered = ((IDictionary)table!).Keys.Cast<Type>(); // the table is filled when the type is loaded
        Assert.That(Missing(ConcreteTypes(typeof(Fact)), registered), Is.Empty);
    }

    [Test]
    public void Every_message_has_a_type_name()
    {
        IEnumerable<Type> messages = typeof(ContractMap).Assembly.GetExportedTypes()
            .Where(type => type is { IsClass: true, IsAbstract: false } && type.GetInterfaces().Any(contract => contract.Assembly == type.Assembly));
        Assert.That(Missing(messages, ContractMap.All.Keys), Is.Empty);
    }

    [Test]
    public void A_planted_fact_without_a_form_is_found()
    {
        Assert.That(Missing([typeof(InstanceStarted), typeof(InstanceEnded)], [typeof(InstanceStarted)]), Is.EqualTo(new[] { "InstanceEnded" }));
        Assert.That(ConcreteTypes(typeof(Fact)), Does.Contain(typeof(InstanceStarted)).And.Not.Contain(typeof(Fact)));
    }

    private static IEnumerable<Type> ConcreteTypes(Type parent) => parent.Assembly.GetTypes().Where(type => !type.IsAbstract && type.IsAssignableTo(parent));

    private static IEnumerable<string> Missing(IEnumerable<Type> required, IEnumerable<Type> registered) => required.Except(registered).Select(type => type.Name);
}
