# Runs `program`, a list with its arguments, and compares what it prints with the file `expected`.
execute_process(COMMAND ${program} OUTPUT_VARIABLE printed ERROR_VARIABLE complained
                RESULT_VARIABLE code)
file(READ ${expected} wanted)
if(NOT code EQUAL 0 OR NOT printed STREQUAL wanted)
  message(FATAL_ERROR
    "exit code ${code}; printed:\n${printed}${complained}\nexpected:\n${wanted}")
endif()
