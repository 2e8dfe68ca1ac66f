namespace Heliograph.Tests.Web;

/// <summary>Tests that share one server.</summary>
[CollectionDefinition(Name)]
public sealed class OneServer : ICollectionFixture<Served>
{
    public const string Name = "Web";
}
