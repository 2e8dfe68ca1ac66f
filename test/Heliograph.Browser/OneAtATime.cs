// One browser and one server at a time: keys that belong together must come within a second and a half, on a busy machine too
[assembly: CollectionBehavior(DisableTestParallelization = true)]
